import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Memory } from '../../core/model/memory.ts';
import type { AppState } from '../manager/app-state.ts';

type Props = { readonly app: AppState; readonly memory: Memory };

/** What is known about a memory besides its origin: why it was found, its trust and related memories, loaded after its words are shown. */
export const AboutMemory = (props: Props) => {
  const parts = useSignal<readonly ComponentType<Props>[]>([]);
  useEffect(() => {
    void props.app.attempt(async () => {
      parts.value = await Promise.all([
        import('../lab/index.ts').then(({ loadWhyFound }) => loadWhyFound()),
        import('./index.ts').then(({ loadTrustReasons }) => loadTrustReasons()),
        import('../topics/index.ts').then(({ loadRelatedMemories }) => loadRelatedMemories()),
      ]);
    });
  }, []);
  return (
    <>
      {parts.value.map((Part, index) => (
        <Part key={`${index}-${props.memory.seq}`} {...props} />
      ))}
    </>
  );
};
