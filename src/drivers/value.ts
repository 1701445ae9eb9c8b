/** The value of a fact as files and published data have it: `125`, `unknown`, `not-applicable`. */
export type WrittenValue = boolean | number | string | string[];

/** The value of a fact. What is missing says how: nobody found a source, or the question does not arise. */
export type FactValue = { kind: 'unknown' } | { kind: 'not-applicable' } | { kind: 'known'; value: WrittenValue };

/** A written value with what it means. */
export function readValue(value: WrittenValue): FactValue {
  return value === 'unknown' || value === 'not-applicable' ? { kind: value } : { kind: 'known', value };
}
