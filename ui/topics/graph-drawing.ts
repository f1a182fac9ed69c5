import Graph from 'graphology';
import Sigma from 'sigma';
import type { GraphView } from '../../core/model/graph-api.ts';
import { type Colouring, paletteOf } from './graph-colours.ts';
import { type Direction, stepTowards } from './step-towards.ts';
import { isDark } from './theme.ts';

/** More lines than this hide what they join and cost frames; the strongest are drawn. */
export const MAX_EDGES = 8_000;
/** Of more lines than these, none is drawn while the picture moves. */
const MOVED_EDGES = 1_000;
/** Radius of a memory by how strongly it is connected, and of a folded topic by what it holds. */
const MEMORY_SIZE = { least: 2.5, most: 6 } as const;
const TOPIC_SIZE = { least: 5, most: 16 } as const;
const LABEL_LENGTH = 28;
const ZOOM_MS = 160;

const COLOURS = {
  light: { edge: '#c4ccd3', dim: '#e4e6e4', strong: '#5d6b76', box: '#ffffff', text: '#1d2730' },
  dark: { edge: '#39444d', dim: '#222a31', strong: '#a5b3bd', box: '#29323a', text: '#eceae4' },
} as const;

/** The strongest edges of a view, at most {@link MAX_EDGES}. */
export const drawnEdges = ({ edges }: GraphView): GraphView['edges'] =>
  edges.length <= MAX_EDGES ? edges : edges.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_EDGES);

const shortened = (label: string): string =>
  label.length > LABEL_LENGTH ? `${label.slice(0, LABEL_LENGTH).trimEnd()}…` : label;

/** Radius of each node; the larger ones get their labels first. */
const radii = ({ nodes, edges }: GraphView): Map<string, number> => {
  const strengthById = new Map<string, number>();
  for (const { source, target, weight } of edges) {
    for (const id of [source, target]) strengthById.set(id, (strengthById.get(id) ?? 0) + weight);
  }
  const strongest = Math.max(0.01, ...nodes.map(({ id }) => strengthById.get(id) ?? 0));
  const largest = Math.max(1, ...nodes.map(({ size }) => size));
  return new Map(
    nodes.map(({ id, seq, size }) => {
      const { least, most } = seq === undefined ? TOPIC_SIZE : MEMORY_SIZE;
      const share = seq === undefined ? size / largest : (strengthById.get(id) ?? 0) / strongest;
      return [id, least + (most - least) * Math.sqrt(share)];
    }),
  );
};

type LabelData = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string | null;
};

/** A graph drawn into an element. Selecting a node dims everything that is not connected with it. */
export class GraphDrawing {
  readonly #graph = new Graph({ type: 'undirected', multi: false });
  readonly #sigma: Sigma;
  readonly #view: GraphView;
  readonly #font: string;
  #colouring: Colouring;
  #hovered: string | undefined;
  #selected: string | undefined;
  #dims = true;

  /** @param onSelect told when a node is pressed; `open` on a double press. Throws where there is no WebGL. */
  constructor(
    container: HTMLElement,
    view: GraphView,
    colouring: Colouring,
    onSelect: (id: string | undefined, open: boolean) => void,
  ) {
    this.#view = view;
    // Sigma draws labels before its constructor is done.
    this.#font = getComputedStyle(container).fontFamily;
    this.#colouring = colouring;
    const radiusById = radii(view);
    for (const { id, label, x, y } of view.nodes) {
      this.#graph.addNode(id, { label: shortened(label), x, y, size: radiusById.get(id) });
    }
    for (const { source, target, weight } of drawnEdges(view)) {
      if (source === target || !this.#graph.hasNode(source) || !this.#graph.hasNode(target)) continue;
      this.#graph.mergeEdge(source, target, { size: 0.5 + Math.min(2, weight * 2) });
    }
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      labelFont: this.#font,
      labelSize: 12,
      labelDensity: 0.6,
      // A label is about this wide: one per cell keeps them from lying on one another.
      labelGridCellSize: 220,
      labelRenderedSizeThreshold: 4,
      zIndex: true,
      // Without a graphics card every line and letter of a frame is drawn by the processor.
      hideEdgesOnMove: view.edges.length > MOVED_EDGES,
      hideLabelsOnMove: view.edges.length > MOVED_EDGES,
      defaultDrawNodeLabel: (context, data) => this.#drawLabel(context, data),
      defaultDrawNodeHover: (context, data) => this.#drawHover(context, data),
      nodeReducer: (node, data) => this.#reduceNode(node, data),
      edgeReducer: (edge, data) => this.#reduceEdge(edge, data),
    });
    this.recolour(colouring);
    this.#sigma.on('enterNode', ({ node }) => this.#hover(node));
    this.#sigma.on('leaveNode', () => this.#hover(undefined));
    this.#sigma.on('clickNode', ({ node }) => onSelect(node, false));
    this.#sigma.on('clickStage', () => onSelect(undefined, false));
    this.#sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      onSelect(node, true);
    });
  }

  /** Paints the nodes by another property, or again after a change of theme. */
  recolour(colouring: Colouring = this.#colouring): void {
    this.#colouring = colouring;
    const { colourOf } = paletteOf(this.#view.nodes, colouring, isDark());
    for (const node of this.#view.nodes) this.#graph.setNodeAttribute(node.id, 'color', colourOf(node));
    this.#sigma.refresh();
  }

  /** @param dim whether everything that is not connected with it steps back */
  select(id: string | undefined, dim = true): void {
    this.#selected = id !== undefined && this.#graph.hasNode(id) ? id : undefined;
    this.#dims = dim;
    this.#sigma.refresh({ skipIndexation: true });
    const data = this.#selected === undefined ? undefined : this.#sigma.getNodeDisplayData(this.#selected);
    if (!data) return;
    const { x, y } = this.#sigma.framedGraphToViewport(data);
    const { width, height } = this.#sigma.getDimensions();
    const inSight = x > 0 && y > 0 && x < width && y < height;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // A picture that moves at every key makes the person lose the place.
    if (!inSight)
      void this.#sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: still ? 0 : ZOOM_MS });
  }

  /** The node an arrow key leads to; the largest one when none is selected. */
  towards(direction: Direction): string | undefined {
    const { nodes } = this.#view;
    const from = nodes.find(({ id }) => id === this.#selected);
    if (!from) return nodes.toSorted((a, b) => b.size - a.size)[0]?.id;
    const connected = new Set(this.#graph.neighbors(from.id));
    return stepTowards(
      from,
      nodes.filter(({ id }) => connected.has(id)),
      nodes,
      direction,
    );
  }

  zoom(way: 'in' | 'out' | 'all'): void {
    const camera = this.#sigma.getCamera();
    const options = { duration: ZOOM_MS };
    if (way === 'in') void camera.animatedZoom(options);
    else if (way === 'out') void camera.animatedUnzoom(options);
    else void camera.animatedReset(options);
  }

  /** What is in sight as a PNG, on the page's own background. */
  png(background: string): Promise<Blob> {
    const layers = Object.entries(this.#sigma.getCanvases()).filter(([name]) => name !== 'mouse');
    const { width = 1, height = 1 } = layers[0]?.[1] ?? {};
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('graph: this browser gives no 2D canvas to draw the picture on');
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
    // A WebGL canvas holds its picture only until the browser shows it, so it is drawn anew right before.
    this.#sigma.refresh();
    for (const [, layer] of layers) context.drawImage(layer, 0, 0, width, height);
    return canvas.convertToBlob({ type: 'image/png' });
  }

  close(): void {
    this.#sigma.kill();
  }

  get #colours(): (typeof COLOURS)['light' | 'dark'] {
    return isDark() ? COLOURS.dark : COLOURS.light;
  }

  #hover(id: string | undefined): void {
    // What passes under the pointer while the picture is dragged is not what the person looks at.
    if (id !== undefined && this.#sigma.getMouseCaptor().isMouseDown) return;
    this.#hovered = id;
    this.#sigma.refresh({ skipIndexation: true });
  }

  #reduceNode(node: string, data: Record<string, unknown>) {
    const centre = this.#hovered ?? this.#selected;
    if (centre === undefined) return data;
    if (!this.#dims && this.#hovered === undefined) return { ...data, highlighted: node === centre };
    const near = node === centre || this.#graph.areNeighbors(node, centre);
    if (near) return { ...data, zIndex: 1, forceLabel: true, highlighted: node === centre };
    return { ...data, color: this.#colours.dim, label: '', zIndex: 0 };
  }

  #reduceEdge(edge: string, data: Record<string, unknown>) {
    const centre = this.#hovered ?? this.#selected;
    if (centre === undefined || (!this.#dims && this.#hovered === undefined))
      return { ...data, color: this.#colours.edge };
    return this.#graph.hasExtremity(edge, centre)
      ? { ...data, color: this.#colours.strong, zIndex: 1 }
      : { ...data, hidden: true };
  }

  /** Letters on a rim of the background: they are read over points of any colour. */
  #drawLabel(context: CanvasRenderingContext2D, { x, y, size, label }: LabelData): void {
    if (!label) return;
    const { box, text } = this.#colours;
    context.font = `12px ${this.#font}`;
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = box;
    context.strokeText(label, x + size + 3, y + 4);
    context.fillStyle = text;
    context.fillText(label, x + size + 3, y + 4);
  }

  #drawHover(context: CanvasRenderingContext2D, { x, y, size, label }: LabelData): void {
    const { box, text, strong } = this.#colours;
    context.font = `600 12px ${this.#font}`;
    context.strokeStyle = strong;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x, y, size + 2, 0, Math.PI * 2);
    context.stroke();
    if (!label) return;
    const width = context.measureText(label).width + 16;
    context.fillStyle = box;
    context.beginPath();
    context.roundRect(x + size + 6, y - 13, width, 26, 6);
    context.fill();
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = text;
    context.fillText(label, x + size + 14, y + 4);
  }
}
