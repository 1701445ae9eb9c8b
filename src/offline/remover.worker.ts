/** Stands at the keeper's address where a site keeps nothing: takes away what an earlier keeper kept, and then itself. */
import { keptPlaces } from './kept.ts';

interface Task extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
declare const settings: { base: string };
declare const registration: ServiceWorkerRegistration;
declare function skipWaiting(): Promise<void>;

const { prefix } = keptPlaces(settings.base);

addEventListener('install', (event) => (event as Task).waitUntil(skipWaiting()));

addEventListener('activate', (event) =>
  (event as Task).waitUntil(
    (async () => {
      const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
      await Promise.all(ours.map((name) => caches.delete(name)));
      await registration.unregister();
    })(),
  ),
);
