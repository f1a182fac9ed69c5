const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Function words by language (ISO 639-1), folded. They tell languages apart and carry no weight in a query. */
export const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: words(`a about above after again all also am an and any are as at be because been before being below between
    both but by can could did do does doing don down during each few for from further get got had has have having he
    her here hers herself him himself his how i if in into is it its itself just let like me more most my myself no nor
    not now of off on once only or other our ours ourselves out over own please same she should so some such tell than
    that the their theirs them themselves then there these they this those through to too under until up us very was we
    were what when where which while who whom whose why will with would you your yours yourself doesn didn isn wasn
    aren weren hasn haven hadn won wouldn shouldn couldn ain`),
  de: words(`aber alle als also am an auch auf aus bei bin bis bist da damit das dass dein deine dem den der des die
    dies diese dieser dieses doch du durch ein eine einem einen einer eines er es euch fur haben habe hat hatte ich ihr
    ihre im in ins ist ja kann kein keine man mein meine mich mir mit nach nicht noch nur oder ob schon sein seine sich
    sie sind so uber um und uns unser unter vom von vor wann war waren warum was welche welchen welcher welches wenn
    wer werden wie wieder wir wird wo wurde wurden zu zum zur`),
  fr: words(`ai ait alors au aussi aux avait avec avez avoir avons c ce ces cet cette comme comment d dans de des du elle
    elles en est et etait ete etre eu fait il ils j je l la le les leur leurs lui m ma mais me mes mon n ne nos notre
    nous on ont ou par pas plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son
    sont sur t ta te tes ton tu un une vos votre vous y`),
  es: words(`a al algo antes como con cual cuales cuando cuanto de del desde donde dos el ella ellas ellos en entre era
    eran es esa ese eso esta estaba estan estas este esto estos fue fueron ha habia han hasta hay he la las le les lo
    los mas me mi mis mucho muy ni no nos nosotros o para pero por porque que quien quienes se ser si sin sobre son su
    sus tambien te tiene todo tu tus un una unas uno unos y ya yo`),
  it: words(`a ad ai al alla alle anche agli che chi ci come con cosa cui da dal dalla dei del della delle dello di dove
    e ed era erano fa fra gli ha hai hanno ho i il in io l la le lei li lo loro lui ma mi mia mio nei nel nella noi non
    o per perche piu quale quali quando quanto quella quello questa questo qui se sei si sono sta su sua sul sulla suo
    ti tra tu tua tuo tutto un una uno vi voi`),
  pt: words(`a ao aos as ate com como da das de dela dele do dos e ela elas ele eles em entre era eram essa esse esta
    estao estava este eu foi foram ha isso isto ja la lhe mais mas me mesmo meu meus minha muito na nao nas nem no nos
    o onde os ou para pela pelo por porque qual quais quando quanto que quem se sem ser seu seus sao so sua suas tambem
    te tem tinha tu um uma umas uns voce`),
  nl: words(`aan al als bij dan dat de der deze die dit door dus een en er had heb hebben heeft het hij hoe hun ik in is
    je kan maar me meer met mij mijn na naar niet nog nu of om onder ons ook op over te toch toen tot u uit van veel
    voor waar waarom wanneer was wat we wel welke werd wie wij ze zich zij zijn zo zou`),
  ru: words(`а без бы был была были было быть в вам вас во вот все всё вы где да для до его ее её если есть ещё еще же за
    и из или им их к как какая какие какой когда кто ли мне мой моя мы на над нам нас не него нее нет ни но ну о об
    от по под почему при с сколько со так также там то тоже только тот ты у уже что чтобы эта эти это этот я`),
  ar: words(`في من على إلى عن ما ماذا متى أين كيف لماذا هل هذا هذه ذلك تلك الذي التي كان كانت هو هي أنا نحن مع أن إن لا لم لن
    قد كل بعد قبل عند`),
  tr: words(`ve bir bu su o da de ki mi mu ile icin ama fakat gibi kadar daha cok en ne nasil neden nicin nerede hangi kim
    var yok degil ben sen biz siz onlar benim bizim olarak olan oldu sonra once her hic`),
};

/**
 * English words with which people ask about a conversation, folded: "which different aspects did I bring up across our
 * chats, in order". They say how to answer, seldom what was said.
 */
export const FRAME_WORDS: readonly string[] = words(`
  across again answer ask asked asking aspect aspects bring brought chat chats conversation conversations detail details
  different discuss discussed discussing discussion discussions earlier ever happen happened in-order item items kind
  kinds know list listed many mention mentioned mentioning mentions message messages order overall previous previously
  provide provided question questions regarding remember remind said say session sessions specific specifically talk
  talked talking tell thing things think throughout told topic topics total type types various walk way ways whole
  considering based based-on involve involving related much long`);

/**
 * English forms that a suffix stemmer cannot bring together, as `lemma: forms`.
 * Closed classes of the grammar: strong verbs and irregular plurals.
 */
export const ENGLISH_IRREGULAR: readonly string[] = words(`
  be:was,were,been,being,am,is,are have:had,has,having do:did,done,does,doing go:went,gone,goes,going
  buy:bought bring:brought think:thought teach:taught catch:caught fight:fought seek:sought sell:sold tell:told
  say:said make:made take:took,taken give:gave,given get:got,gotten see:saw,seen come:came become:became
  know:knew,known grow:grew,grown throw:threw,thrown fly:flew,flown draw:drew,drawn blow:blew,blown
  write:wrote,written,writing drive:drove,driven ride:rode,ridden rise:rose,risen choose:chose,chosen speak:spoke,spoken
  break:broke,broken wake:woke,woken steal:stole,stolen freeze:froze,frozen wear:wore,worn tear:tore,torn
  swear:swore,sworn eat:ate,eaten fall:fell,fallen forget:forgot,forgotten hide:hid,hidden bite:bit,bitten
  begin:began,begun drink:drank,drunk sing:sang,sung swim:swam,swum run:ran,running ring:rang,rung sink:sank,sunk
  spring:sprang,sprung shrink:shrank,shrunk win:won spend:spent send:sent lend:lent build:built bend:bent
  lose:lost leave:left feel:felt keep:kept sleep:slept sweep:swept meet:met feed:fed lead:led
  hear:heard hold:held stand:stood understand:understood find:found bind:bound grind:ground
  pay:paid lay:laid sit:sat hang:hung stick:stuck strike:struck dig:dug swing:swung spin:spun shoot:shot
  light:lit slide:slid shine:shone mean:meant dream:dreamt learn:learnt deal:dealt burn:burnt
  cut:cutting put:putting set:setting let:letting hit:hitting show:shown prove:proven sew:sewn
  child:children man:men woman:women foot:feet tooth:teeth mouse:mice goose:geese person:people
  wife:wives knife:knives wolf:wolves shelf:shelves half:halves
  die:died,dying,death lie:lying tie:tying begin:beginning marry:married,marriage`);

/** Names of one thing in computing that are typed both ways, as `lemma: forms`, folded. */
export const TECH_LEMMAS: readonly string[] = words(`
  javascript:js,ecmascript typescript:ts python:py,py3,python3 kubernetes:k8s,kube postgresql:postgres,psql,pgsql
  database:db,dbs configuration:config,configs,cfg environment:env,envs repository:repo,repos
  authentication:auth,authn authorization:authz application:app,apps development:dev directory:dir,dirs
  documentation:docs,doc function:func,fn,funcs parameter:param,params argument:arg,args
  dependency:dep,deps administrator:admin,admins information:info specification:spec,specs
  internationalization:i18n localization:l10n accessibility:a11y observability:o11y
  golang:go-lang csharp:c-sharp nodejs:node.js,node-js reactjs:react.js vuejs:vue.js nextjs:next.js
  mongodb:mongo elasticsearch:elastic kilobyte:kb megabyte:mb gigabyte:gb message:msg,msgs
  image:img,imgs temporary:tmp,temp library:lib,libs package:pkg,pkgs request:req response:resp
  statistics:stats mathematics:math,maths photograph:photo,photos,pic,pics television:tv,telly
  refrigerator:fridge telephone:phone,phones advertisement:ad,ads,advert examination:exam,exams
  laboratory:lab,labs gymnasium:gym bicycle:bike,bikes mother:mom,mum,mommy,mummy father:dad,daddy
  grandmother:grandma,granny grandfather:grandpa child:kid,kids favorite:favourite color:colour
  center:centre theater:theatre gray:grey organize:organise realize:realise analyze:analyse behavior:behaviour
  neighbor:neighbour labor:labour mister:mr versus:vs minute:min,mins hour:hr,hrs second:sec,secs
  monday:mon tuesday:tue,tues wednesday:wed thursday:thu,thur,thurs friday:fri
  january:jan february:feb april:apr june:jun july:jul august:aug september:sep,sept october:oct
  november:nov december:dec`);
