/** Siblings of core that know nothing of one another. */
const SIBLINGS = ['privacy', 'rank', 'graph', 'search', 'trust', 'events'];

/** What each folder may import of ours, besides itself. An arrow that is not here is forbidden. */
const ALLOWED = {
  'core/model': [],
  'core/capture': ['core/model'],
  'core/store': ['core/model'],
  ...Object.fromEntries(SIBLINGS.map((name) => [`core/${name}`, ['core/store', 'core/model']])),
  'core/vault': ['core/vault.ts', ...SIBLINGS.map((name) => `core/${name}`), 'core/store', 'core/model'],
  'core/vault.ts': ['core/vault', ...SIBLINGS.map((name) => `core/${name}`), 'core/store', 'core/model'],
  workers: ['core'],
  ui: ['core/model'],
  app: ['ui', 'workers', 'core/model', 'entrypoints'],
};

const OURS = '^(?:core|workers|ui|entrypoints|app|replica|e2e|bench|scripts)/';
const TESTS = '(?:\\.test\\.tsx?$|/testing/)';

const startsWith = (folder) => `^${folder.replace(/\./g, '\\.')}${folder.endsWith('.ts') ? '$' : '/'}`;

const arrows = Object.entries(ALLOWED).map(([folder, targets]) => ({
  name: `arrow-from-${folder.replace(/\W/g, '-')}`,
  comment: `${folder} may import only ${[folder, ...targets].join(', ')}.`,
  severity: 'error',
  from: { path: startsWith(folder), pathNot: TESTS },
  to: { path: OURS, pathNot: [folder, ...targets].map(startsWith).join('|') },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...arrows,
    rule(
      'no-circles',
      'A circle has no bottom to read it from. Types are erased, so a circle of types only is none.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-unresolved',
      'Every import leads somewhere.',
      {},
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
    rule(
      'vault-only-in-its-worker',
      'Pages reach the vault through workers/connect.ts; only workers/vault.ts holds it.',
      { pathNot: `^workers/vault\\.ts$|^core/vault|^bench/|${TESTS}` },
      { path: '^core/vault(?:\\.ts$|/)' },
    ),
    rule(
      'capture-only-in-content-scripts',
      'Only the content scripts and the parse command read pages.',
      { pathNot: `^core/capture/|^entrypoints/[a-z-]+\\.content/|^scripts/parse|${TESTS}` },
      { path: '^core/capture/' },
    ),
    rule(
      'core-from-doors',
      'Doors know the model and the workers; the rest of core stays behind the vault.',
      { path: '^(?:entrypoints|app)/', pathNot: `^entrypoints/[a-z-]+\\.content/|${TESTS}` },
      { path: '^core/', pathNot: '^core/model/' },
    ),
    rule(
      'heavy-libraries-stay-in-workers',
      'No page bundles the database, the index or the graph algorithms.',
      { path: '^(?:entrypoints|ui|app|replica)/', pathNot: TESTS },
      {
        path: 'node_modules/(?:dexie|flexsearch|graphology-layout-forceatlas2|graphology-communities-louvain)/',
      },
    ),
    rule(
      'product-without-tools',
      'What ships does not reach into tests, scripts, measurements or the replica.',
      { path: '^(?:core|workers|ui|entrypoints|app)/', pathNot: TESTS },
      { path: '^(?:e2e|bench|scripts|replica)/' },
    ),
    rule(
      'replica-alone',
      'The replica knows nothing of the product.',
      { path: '^replica/' },
      { path: '^(?:core|workers|ui|entrypoints|app|bench|e2e)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:\\.output|\\.wxt|dist|artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
