/**
 * 32-bit checksum of bytes whose length is a multiple of 4. Each step is a bijection of the state for a given word and
 * of the word for a given state, so any change within one 4-byte word is always noticed; changes in several words
 * are missed with a chance of 2⁻³². Four lanes, because a byte-wise CRC would take half of a cold start.
 */
export const checksum = (words: Uint32Array): number => {
  let a = 0x9e_37_79_b1 | 0;
  let b = 0x85_eb_ca_77 | 0;
  let c = 0xc2_b2_ae_3d | 0;
  let d = 0x27_d4_eb_2f | 0;
  const { length } = words;
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) {
    a = Math.imul(a ^ (words[at] as number), 0x01_00_01_93) + 0x2d;
    b = Math.imul(b ^ (words[at + 1] as number), 0x01_00_01_93) + 0x2d;
    c = Math.imul(c ^ (words[at + 2] as number), 0x01_00_01_93) + 0x2d;
    d = Math.imul(d ^ (words[at + 3] as number), 0x01_00_01_93) + 0x2d;
  }
  for (let at = whole; at < length; at++) a = Math.imul(a ^ (words[at] as number), 0x01_00_01_93) + 0x2d;
  let mixed = length;
  for (const lane of [a, b, c, d]) {
    mixed ^= lane;
    mixed = Math.imul((mixed << 13) | (mixed >>> 19), 0x85_eb_ca_6b);
  }
  return mixed >>> 0;
};
