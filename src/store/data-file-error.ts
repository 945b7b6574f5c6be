// The error for an unusable data file: one line with the file, what is wrong with it, and the remedy.

/** A data file that cannot be used. The file was not changed. */
export class DataFileError extends Error {
  override name = 'DataFileError';
}
