import { type Answer, ask } from '../server/ask.ts';
import type { Sandbox } from '../types.ts';
import type { ImageSubmission, Picture } from './types.ts';

/** A visitor of the image site from Node: keeps its cookie, and knows what it is shown. */
export const createVisitor = ({ port, images }: Pick<Sandbox, 'port' | 'images'>) => {
  let cookie = '';
  const keep = (answer: Answer): Answer => {
    const [set] = [answer.headers['set-cookie'] ?? []].flat();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return answer;
  };
  const send = async (
    path: string,
    question: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) =>
    keep(
      await ask(port, new URL(path, 'https://images.test').href, {
        ...question,
        headers: { ...(cookie !== '' && { cookie }), ...question.headers },
      }),
    );
  return {
    get: (path: string) => send(path),
    /** Posts a page's form. */
    post: async (page: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const answer = await send(`/${page}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      });
      return { answer, submission: images.submissions.at(-1) as ImageSubmission };
    },
    /** Opens a page and asks for its picture. */
    open: async (page: string, extension = 'png'): Promise<Picture> => {
      await send(`/${page}`);
      await send(`/${page}/picture.${extension}`);
      const picture = images.current(page);
      if (picture === undefined) throw new Error(`createVisitor: no picture on ${page}`);
      return picture;
    },
  };
};
