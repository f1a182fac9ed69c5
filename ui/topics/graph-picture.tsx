import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { GraphView } from '../../core/model/graph-api.ts';
import { t } from '../i18n/i18n.ts';
import { navigate } from '../manager/router.ts';
import type { Colouring } from './graph-colours.ts';
import type { GraphDrawing } from './graph-drawing.ts';
import type { Direction } from './step-towards.ts';
import { onThemeChange } from './theme.ts';

const DIRECTION_BY_KEY: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

type Props = {
  readonly view: GraphView;
  readonly colouring: Colouring;
  readonly selected: Signal<string | undefined>;
  readonly drawing: RefObject<GraphDrawing | null>;
  /** Shows a failure to load the drawing; no WebGL is said in place. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
};

/** Where a point of the graph leads: its memory, or the topic it stands for. */
export const hrefOfNode = (view: GraphView, id: string | undefined): string | undefined => {
  const node = view.nodes.find((candidate) => candidate.id === id);
  if (!node) return undefined;
  return node.seq === undefined ? `#/topics/${encodeURIComponent(node.topicId)}` : `#/memory/${node.seq}`;
};

/** The drawn graph with its keys; sigma is loaded when the first picture is wanted. */
export const GraphPicture = ({ view, colouring, selected, drawing, attempt }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const impossible = useSignal(false);
  const open = (id: string | undefined) => {
    const href = hrefOfNode(view, id);
    if (href) navigate(href);
  };
  useEffect(() => {
    let closed = false;
    void attempt(async () => {
      const { GraphDrawing } = await import('./graph-drawing.ts');
      if (closed || !box.current) return;
      if (!document.createElement('canvas').getContext('webgl2')) {
        impossible.value = true;
        return;
      }
      drawing.current = new GraphDrawing(box.current, view, colouring, (id, opening) => {
        selected.value = id;
        drawing.current?.select(id);
        if (opening) open(id);
      });
      // The memory that a view was opened around is marked; its surroundings are what was asked for.
      drawing.current.select(selected.peek(), false);
    });
    const forget = onThemeChange(() => drawing.current?.recolour());
    return () => {
      closed = true;
      forget();
      drawing.current?.close();
      drawing.current = null;
    };
  }, [view]);
  useEffect(() => drawing.current?.recolour(colouring), [colouring]);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = DIRECTION_BY_KEY[event.key];
    const node = view.nodes.find(({ id }) => id === selected.value);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction) {
      selected.value = drawing.current?.towards(direction);
      drawing.current?.select(selected.value);
    } else if (event.key === 'Enter') open(selected.value);
    else if (event.key === '+' || event.key === '=') drawing.current?.zoom('in');
    else if (event.key === '-') drawing.current?.zoom('out');
    else if (event.key === '0') drawing.current?.zoom('all');
    else if (event.key.toLowerCase() === 'l' && node?.seq !== undefined)
      navigate(`#/graph?around=${node.seq}`);
    else if (event.key === 'Escape' && selected.value !== undefined) {
      selected.value = undefined;
      drawing.current?.select(undefined);
    } else return;
    event.preventDefault();
  };
  if (impossible.value) return <p class="notice">{t('graph.noWebgl')}</p>;
  return (
    <>
      <div
        ref={box}
        class="graph-picture"
        role="application"
        aria-label={t('graph.label')}
        aria-describedby="graph-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes the arrow keys, hence role application
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
      <p id="graph-keys" class="hint">
        {t('graph.keys')}
      </p>
    </>
  );
};
