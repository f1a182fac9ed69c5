import type { Catalog } from '../message.ts';

/** Strings of the timeline. */
export const en = {
  'timeline.intro': 'How much you discussed, and when. Choose a part of it to see its memories.',
  'timeline.empty': 'Nothing to show in this time',
  'timeline.emptyText': 'Bars appear here, one for each stretch of time in which something was captured.',
  'timeline.emptyAction': 'Show all of the time',
  'timeline.span': 'Time shown',
  'timeline.span.30': '30 days',
  'timeline.span.90': '90 days',
  'timeline.span.365': 'One year',
  'timeline.span.all': 'Everything',
  'timeline.plot': 'Memories over time: {n} from {from} to {to}. The busiest stretch has {most}.',
  'timeline.start': 'Start of the selection',
  'timeline.end': 'End of the selection',
  'timeline.keys':
    'Drag over the bars, or move the two handles with the arrow keys, Page Up and Page Down, Home and End.',
  'timeline.selected': { one: '{n} memory from {from} to {to}', other: '{n} memories from {from} to {to}' },
  'timeline.show': 'Show them in Memories',
  'timeline.clear': 'Clear the selection',
  'timeline.table': 'The same as a table',
  'timeline.from': 'From',
  'timeline.to': 'To',
  'timeline.count': 'Memories',
} as const satisfies Catalog;
