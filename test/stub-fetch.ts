/** Answers for the network while one test runs: afterwards the real `fetch` is back. */

type Answer = (url: URL, init: RequestInit) => Response | Promise<Response>;

/** What was asked for while `fetch` was stubbed. */
export interface Asked {
  readonly urls: string[];
  readonly inits: RequestInit[];
}

const real = window.fetch;

/** Lets `answer` speak for the network until the test is over. */
export function stubFetch(answer: Answer): Asked {
  const asked: Asked = { urls: [], inits: [] };
  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    asked.urls.push(url.href);
    asked.inits.push(init);
    init.signal?.throwIfAborted();
    return answer(url, init);
  };
  return asked;
}

/** An answer that never comes, and gives up when it is told to. */
export const never = (_url: URL, { signal }: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** An answer that the test gives when it likes. */
export function held(): { answer: Answer; give: (response: Response) => void } {
  let give: (response: Response) => void = () => {};
  const promise = new Promise<Response>((resolve) => {
    give = resolve;
  });
  return {
    answer: (url, init) => Promise.race([promise, never(url, init)]),
    give: (response) => give(response),
  };
}

afterEach(() => {
  window.fetch = real;
});
