import type { GraphView } from '../../core/model/graph-api.ts';

const ESCAPE_BY_CHARACTER: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 forbids even when escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => ESCAPE_BY_CHARACTER[character] ?? '');

/** A graph as GEXF 1.3, readable by Gephi: labels, topics, agents, dates, places and weights. */
export const gexfOf = ({ nodes, edges }: GraphView, topicName: (id: string) => string): string => {
  const nodeLines = nodes.map(
    ({ id, label, topicId, agentId, createdAt, size, x, y }) =>
      `      <node id="${escapeXml(id)}" label="${escapeXml(label)}"><attvalues>` +
      `<attvalue for="topic" value="${escapeXml(topicName(topicId))}"/>` +
      `<attvalue for="agent" value="${escapeXml(agentId ?? '')}"/>` +
      `<attvalue for="said" value="${new Date(createdAt).toISOString()}"/></attvalues>` +
      `<viz:size value="${size}"/><viz:position x="${x}" y="${y}" z="0"/></node>`,
  );
  const edgeLines = edges.map(
    ({ source, target, weight, why }, index) =>
      `      <edge id="${index}" source="${escapeXml(source)}" target="${escapeXml(target)}" weight="${weight}">` +
      `<attvalues><attvalue for="why" value="${escapeXml(why.join(', '))}"/></attvalues></edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '  <graph defaultedgetype="undirected">',
    '    <attributes class="node">',
    '      <attribute id="topic" title="topic" type="string"/>',
    '      <attribute id="agent" title="agent" type="string"/>',
    '      <attribute id="said" title="said" type="string"/>',
    '    </attributes>',
    '    <attributes class="edge"><attribute id="why" title="why" type="string"/></attributes>',
    '    <nodes>',
    ...nodeLines,
    '    </nodes>',
    '    <edges>',
    ...edgeLines,
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
};

/** A graph as indented JSON, with the names of its topics. */
export const jsonOf = ({ nodes, edges }: GraphView, topicName: (id: string) => string): string =>
  `${JSON.stringify({ nodes: nodes.map((node) => ({ ...node, topic: topicName(node.topicId) })), edges }, undefined, 2)}\n`;
