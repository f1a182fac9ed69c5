/** Function words of the commonest languages of chats, and the small talk of chats themselves. */
const WORDS = `
a about above after again against all almost also although always am among an and another any anyone anything are
aren around as ask at away be became because become been before being below between both but by came can cannot
come could couldn did didn do does doesn doing don done down during each either else enough especially etc even
ever every everyone everything far few find first for from further gave get gets getting give given go goes going
gone good got great had hadn has hasn have haven having he hello help helps her here hers herself hey hi him himself
his how however i if im in include including instead into is isn it its itself ive just keep kind know last least
less let lets like likely ll look looking looks lot made make makes making many may maybe me mean might mine more
most much must my myself need needs never new next no nor not nothing now of off often oh ok okay on once one ones
only onto or other others our ours ourselves out over own part per perhaps please possible pretty put quite rather re
really right said same say see seem seems several shall she should shouldn show since so some someone something
sometimes soon still such sure take taken tell than thank thanks that the their theirs them themselves then there
these they thing things think this those though three through thus to together too took toward try trying two under
until up upon us use used useful uses using usually ve very want wants was wasn way ways we well were weren what
whatever when where whether which while who whole whom whose why will with within without won would wouldn wow yeah
yes yet you your yours yourself yourselves
absolutely actually additionally approach based basic certainly consider create definitely detail detailed ensure
ensuring example examples feel follow following glad guide handle here's improve key love note overall provide
provides provided step steps sounds specific start started tips understand hope happy awesome amazing cool kinda gonna wanna gotta stuff nice haha lol yep nope hmm guy guys
der die das und oder aber den dem des ein eine einer eines einem einen ist sind war waren wird werden wurde nicht
auch auf aus bei bin bis da damit dann dass denn dich dir doch du durch er es für haben hat hatte hier ich ihr ihre
im ins ja jede kann kein keine können man mehr mein mich mir mit nach nein noch nur ob ohne sehr sein seine sich sie
so soll über um uns unser unter vom von vor wann warum was weil wenn wer wie wir wo zu zum zur
le la les un une des du de et ou mais donc que qui quoi dont où ce cet cette ces il elle ils elles je tu nous vous on
est sont était être avoir ai as a avons avez ont pas plus par pour dans sur avec sans sous au aux en ne se sa son ses
mon ma mes ton ta tes notre votre leur leurs comme si tout tous très aussi bien
el los las una unos unas y o pero que quien como del al en con sin por para sobre entre es son era ser estar está
están hay no sí se su sus mi mis tu tus nos lo le les más muy también cuando donde porque este esta estos estas ese
esa eso
il lo gli uno e ma che chi di da in con su per tra fra sono sei siamo essere non si suo sua come più anche questo
questa quando dove perché
o os as um uma e ou mas que em no na nos nas com por para é são foi ser não se seu sua mais muito também quando onde
porque isso isto esse essa
het een en van ik je jij hij zij wij niet dat dit die deze op te aan met voor is zijn was wordt worden ook als maar
om dan nog naar bij uit hoe wat waar
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
