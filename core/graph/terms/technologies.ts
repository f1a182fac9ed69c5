/** Names of tools and techniques as they are written; a chat that spells them otherwise still means them. */
const NAMES = `
JavaScript TypeScript Python Java Kotlin Swift Rust Golang Ruby PHP Perl Scala Haskell Elixir Clojure Fortran MATLAB
HTML CSS SQL NoSQL GraphQL JSON YAML XML CSV PDF REST API OAuth JWT HTTP HTTPS WebSocket gRPC DNS TCP SSH TLS
React Angular Vue Svelte Preact Django Flask FastAPI Rails Laravel Express Next.js Node.js Deno Bun jQuery Bootstrap
Tailwind Vite Webpack Babel ESLint Jest Vitest Pytest Selenium Playwright Cypress Docker Kubernetes Terraform Ansible
Jenkins GitHub GitLab Git Linux Ubuntu Debian Windows macOS iOS Android AWS Azure Lambda Firebase Heroku Netlify Vercel
Nginx Apache PostgreSQL MySQL SQLite MongoDB Redis Kafka RabbitMQ Elasticsearch Spark Hadoop Airflow Snowflake
NumPy Pandas SciPy PyTorch TensorFlow Keras scikit-learn LLM GPT RAG NLP OCR GPU CPU Excel Figma Notion Slack Zotero
LaTeX Markdown Jupyter Tableau WordPress Shopify Stripe Photoshop Unity Unreal Blender Arduino
`;

/** Written form by lower-case form. */
export const TECHNOLOGIES: ReadonlyMap<string, string> = new Map(
  NAMES.split(/\s+/)
    .filter(Boolean)
    .map((name) => [name.toLowerCase(), name]),
);
