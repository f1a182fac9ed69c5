/**
 * Letters of other scripts that read as Latin ones, for words that mix scripts or are wholly look-alike.
 * A hand-picked part of Unicode's confusables (UTS #39): the letters that homoglyph tools really substitute.
 * NFKC already folds full-width, mathematical, circled and superscript letters, so they are not here.
 */
const PAIRS =
  'аa еe оo рp сc уy хx ѕs іi јj һh ԁd ԛq ԝw ьb кk мm тt вb нh гr пn зz иu ӏl ѡw ɡg ƅb ո' +
  'n սu օo հh ցg զq ѵv ѐe ёe ӓa ӧo ћh ђh ҽe ӕa α' +
  'a βb γy δd εe ζz ηn ιi κk λl μu νv οo ρp σo τt υu χx ωw ϲc ϳj ɑa ɩi ʀr ʟl ɴn ʏy ʜh ɢg ɪi ʙb ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜰf ꜱs ǫq ıi ɾr ƒf ɐa ǝe ɟj ɥh ʞk ɯm ɹr ʇt ʌv ʍw ꓮa ꓐb ꓚc ꓓd ꓰe ꓝf ꓖg ꓧh ꓲi ꓙj ꓗk ꓡl ꓟm ꓠn ꓳo ꓑp ꓣr ꓢs ꓔt ꓴu ꓦv ꓪw ꓫx ꓬy ꓜz Ꭺa Ᏼb Ꮯc Ꭰd Ꭼe Ꮐg Ꮋh Ꭵi Ꭻj Ꮶk Ꮮl Ꮇm Ꮲp Ꮪs Ꭲt Ꮩv Ꮃw Ꮓz Ɑa ⲟo ⲣp ⲥc ⅼl ∕/';

/** Look-alike letter (lower case) to the Latin letter it reads as. */
export const LATIN_BY_CONFUSABLE: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => {
    const [from = '', to = ''] = [...pair];
    return [from.toLowerCase(), to] as const;
  }),
);

/** Digits and signs that stand for letters in "leet" spelling. */
export const LETTER_BY_LEET: ReadonlyMap<string, string> = new Map(
  ['0o', '1i', '3e', '4a', '5s', '7t', '8b', '@a', '$s', '!i'].map((pair) => [pair[0]!, pair[1]!] as const),
);
