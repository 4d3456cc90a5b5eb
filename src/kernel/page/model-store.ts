import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { cellTf } from '../cell-tf';
import { Refused, type PageRequests } from './page-requests';

/** tfjs's handler of `indexeddb://` addresses as we use it: private API of tfjs 4.22.0. */
interface IndexedDbHandler extends tf.io.IOHandler {
  modelPath: string;
}

const scheme = 'indexeddb://';

/**
 * Lets cells keep models under `indexeddb://` addresses, although their origin has no IndexedDB: the page keeps them, in a store of
 * their own with a quota.
 */
export function keepModelsOnPage(requests: PageRequests): void {
  const [handler] = tf.io.getSaveHandlers(`${scheme}any`);
  const prototype = Object.getPrototypeOf(handler) as IndexedDbHandler;

  prototype.save = async function (artifacts) {
    const { weightData, ...rest } = artifacts;
    const weights = weightData ? tf.io.CompositeArrayBuffer.join(weightData) : new ArrayBuffer();
    const model = { json: JSON.stringify(rest), weights };
    const name = this.modelPath;
    await inWords(name, requests.ask({ act: 'save-model', name, model }, [weights]));
    return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
  };
  prototype.load = async function () {
    const name = this.modelPath;
    const { model } = await inWords(name, requests.ask({ act: 'load-model', name }));
    return { ...(JSON.parse(model.json) as tf.io.ModelArtifacts), weightData: model.weights };
  };
  Object.assign(cellTf()['io'] as object, modelManagement(requests));
}

/**
 * The functions of `tf.io` that list, remove, copy and move saved models. tfjs's own keep a second registry of stores, which cannot be
 * reached.
 */
function modelManagement(requests: PageRequests) {
  const nameOf = (address: string): string => {
    if (typeof address === 'string' && address.startsWith(scheme)) return address.slice(scheme.length);
    throw new Error(say('kernel.models.scheme', { address }));
  };
  const listModels = async (): Promise<Record<string, tf.io.ModelArtifactsInfo>> => {
    const { models } = await requests.ask({ act: 'list-models' });
    return Object.fromEntries(
      models.map(({ name, bytes, savedAt }) => [
        `${scheme}${name}`,
        { dateSaved: new Date(savedAt), modelTopologyType: 'JSON', weightDataBytes: bytes },
      ]),
    );
  };
  const infoOf = async (name: string): Promise<tf.io.ModelArtifactsInfo> => {
    const info = (await listModels())[`${scheme}${name}`];
    if (!info) throw new Error(say('kernel.models.none', { name }));
    return info;
  };
  const removeModel = async (address: string): Promise<tf.io.ModelArtifactsInfo> => {
    const name = nameOf(address);
    const info = await infoOf(name);
    await requests.ask({ act: 'remove-model', name });
    return info;
  };
  const copyModel = async (from: string, to: string): Promise<tf.io.ModelArtifactsInfo> => {
    const [source, target] = [nameOf(from), nameOf(to)];
    if (source === target) throw new Error(say('kernel.models.same', { name: source }));
    const { model } = await inWords(source, requests.ask({ act: 'load-model', name: source }));
    await inWords(target, requests.ask({ act: 'save-model', name: target, model }, [model.weights]));
    return infoOf(target);
  };
  return {
    listModels,
    removeModel,
    copyModel,
    async moveModel(from: string, to: string): Promise<tf.io.ModelArtifactsInfo> {
      const info = await copyModel(from, to);
      await removeModel(from);
      return info;
    },
  };
}

/** The page's refusal as an error in the page's language. */
async function inWords<Answer>(name: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof Refused ? new Error(refusalText(name, error)) : error;
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function refusalText(name: string, { refusal }: Refused): string {
  switch (refusal.why) {
    case 'no-model':
      return say('kernel.models.none', { name });
    case 'bad-name':
      return say('kernel.models.badName', { most: refusal.most });
    case 'too-large':
      return say('kernel.models.tooLarge', { most: megabytes(refusal.most) });
    case 'full':
      return say('kernel.models.full', { models: refusal.models, size: megabytes(refusal.bytes) });
    default:
      return say('kernel.models.blocked');
  }
}
