/** `query` without an operator at its end that has no value yet: it is still being typed and narrows nothing. */
export const withoutOpenOperator = (query: string): string =>
  query.replace(/(?:^|\s)(?:agent|site|project|tag|before|after|on|role|is|has|saved):$/i, '');
