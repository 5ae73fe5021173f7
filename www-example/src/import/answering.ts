// The bytes of a file, with a break now and then. Where all of a file is at hand, one promise follows another, and a
// worker would hear of a stop only at the end.

const WORK = 50;

export function answering(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let until = performance.now() + WORK;
  return file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      async transform(chunk, controller) {
        controller.enqueue(chunk);
        if (performance.now() < until) return;
        await new Promise((resolve) => setTimeout(resolve));
        until = performance.now() + WORK;
      },
    }),
  );
}
