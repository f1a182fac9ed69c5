import { Component, type ComponentType, h } from 'preact';

/** `View` that is only drawn again when one of its properties is another value. Signals it reads still redraw it. */
export const memo = <P extends object>(View: ComponentType<P>): ComponentType<P> =>
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const keys = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof P>;
      return [...keys].some((key) => this.props[key] !== next[key]);
    }

    override render() {
      return h(View, this.props as P & { key?: string });
    }
  };
