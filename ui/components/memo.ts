import { Component, type ComponentType, h } from 'preact';

/** `View` that is only drawn again when one of its properties is another value. Signals it reads still redraw it. */
export const memo = <P extends object>(View: ComponentType<P>): ComponentType<P> =>
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      for (const key in next) if (this.props[key] !== next[key]) return true;
      for (const key in this.props) if (!(key in next)) return true;
      return false;
    }

    override render() {
      return h(View, this.props as P & { key?: string });
    }
  };
