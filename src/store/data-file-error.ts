// Why a data file cannot be used: one line that names the file, what is wrong with it, and the remedy.

/** A data file that cannot be used. Nothing of it was changed. */
export class DataFileError extends Error {
  override name = 'DataFileError';
}
