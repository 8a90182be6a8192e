/** What the operating system says when something cannot be written, in words; whatever writes says it in these. */
export const NOT_WRITTEN: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for you on the disk',
  EFBIG: 'the disk takes no file of this size',
  EROFS: 'the disk is read-only',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is a file and not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
};
