import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds ids of drivers that have no file. */
export const unknownDriver = unknownName({
  name: 'unknown-driver',
  description: 'Every driver that is named has a file in content/drivers/.',
  collection: 'drivers',
  noun: 'driver',
  otherwise: 'Take an id from content/drivers/, where each file is named after its id.',
});
