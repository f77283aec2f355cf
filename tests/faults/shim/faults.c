/*
 * Stands between a program and libc (LD_PRELOAD) for the files under one folder: counts what writes, keeps a log of it
 * with the bytes, and lets the n-th write fail or kills the process there.
 *
 *   FAULTS_FOLDER   files under it are looked at (an absolute path without links)
 *   FAULTS_CONTROL  a file of 4096 bytes, shared with whoever drives the tests: numbers of 64 bits, see `control`
 *   FAULTS_LOG      where the operations go, one record after another, see `record`; none where left out
 */
#include "faults-core.h"
#include "faults-names.h"

/* --- content --- */

/* `offset` -1: at the file's own position. */
static ssize_t written(int file, const void *bytes, size_t count, off64_t offset) {
  uint32_t handle = handle_of(file);
#define AS_IT_IS(size) (offset < 0 ? sys(SYS_write, file, bytes, size) : sys(SYS_pwrite64, file, bytes, size, offset))
  if (handle == 0) return AS_IT_IS(count);
  pthread_mutex_lock(&mutex);
  int verdict = begin(1);
  if (verdict == FAIL || (verdict == SHORT && count < 2)) {
    if (verdict == SHORT) errno = ENOSPC;
    pthread_mutex_unlock(&mutex);
    return -1;
  }
  off64_t place = offset;
  if (offset < 0) {
    int flags = sys(SYS_fcntl, file, F_GETFL);
    place = lseek64(file, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
  }
  ssize_t done = AS_IT_IS(verdict == GO_ON ? count : count / 2);
  int error = errno;
  if (verdict == HALF) die();
  if (done > 0)
    put((struct record){.kind = WRITE, .handle = handle, .first_bytes = done, .operation = control->operations, .offset = place}, bytes, NULL);
  pthread_mutex_unlock(&mutex);
  errno = error;
  return done;
}
ssize_t write(int file, const void *bytes, size_t count) { return written(file, bytes, count, -1); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) { return written(file, bytes, count, offset); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) { return written(file, bytes, count, offset); }

static ssize_t written_parts(int file, const struct iovec *parts, int count, off64_t offset) {
  ssize_t total = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = written(file, parts[i].iov_base, parts[i].iov_len, offset < 0 ? -1 : offset + total);
    if (done < 0) return total > 0 ? total : -1;
    total += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return total;
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  return handle_of(file) == 0 ? sys(SYS_writev, file, parts, count) : written_parts(file, parts, count, -1);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) { return written_parts(file, parts, count, offset); }
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) { return written_parts(file, parts, count, offset); }
ssize_t pwritev2(int file, const struct iovec *parts, int count, off_t offset, int flags) {
  (void)flags;
  return written_parts(file, parts, count, offset);
}

/* An operation on an open file without bytes: a cut, a sync, an allocation. */
#define ON_FILE(kind_of, space, place, call) \
  uint32_t handle = handle_of(file); \
  if (handle == 0) return call; \
  pthread_mutex_lock(&mutex); \
  int verdict = begin(space), result = -1; \
  if (verdict == SHORT) errno = ENOSPC; \
  if (verdict == GO_ON || verdict == HALF) result = call; \
  if (verdict == HALF) die(); \
  int error = errno; \
  if (result == 0) put((struct record){.kind = kind_of, .handle = handle, .operation = control->operations, .offset = place}, NULL, NULL); \
  pthread_mutex_unlock(&mutex); \
  errno = error; \
  return result;

static int cut(int file, off64_t size) {
  struct stat now;
  int grows = handle_of(file) != 0 && fstat(file, &now) == 0 && size > now.st_size;
  ON_FILE(TRUNCATE, grows, size, sys(SYS_ftruncate, file, size))
}
int ftruncate(int file, off_t size) { return cut(file, size); }
int ftruncate64(int file, off64_t size) { return cut(file, size); }
int truncate(const char *path, off_t size) {
  char whole[PATH_MAX];
  if (watched(AT_FDCWD, path, whole) == NULL) return sys(SYS_truncate, path, size);
  int file = opened(AT_FDCWD, path, O_WRONLY, 0);
  if (file < 0) return -1;
  int result = cut(file, size), error = errno;
  close(file);
  errno = error;
  return result;
}
int truncate64(const char *path, off64_t size) { return truncate(path, size); }

/* A disk without room may say so only here, since space is often taken late. */
static int synced(int file, long number) { ON_FILE(SYNC, 1, 0, sys(number, file)) }
int fsync(int file) { return synced(file, SYS_fsync); }
int fdatasync(int file) { return synced(file, SYS_fdatasync); }
/* Starts the writing and waits for nothing: it makes nothing durable, so it is not logged as a sync. */
int sync_file_range(int file, off64_t offset, off64_t count, unsigned flags) { return sys(SYS_sync_file_range, file, offset, count, flags); }

static int grown(int file, int mode, off64_t offset, off64_t length) {
  if (handle_of(file) != 0 && mode != 0) control->unknown++;
  ON_FILE(GROW, 1, offset + length, sys(SYS_fallocate, file, mode, offset, length))
}
int fallocate(int file, int mode, off_t offset, off_t length) { return grown(file, mode, offset, length); }
int fallocate64(int file, int mode, off64_t offset, off64_t length) { return grown(file, mode, offset, length); }
int posix_fallocate(int file, off_t offset, off_t length) { return grown(file, 0, offset, length) == 0 ? 0 : errno; }
int posix_fallocate64(int file, off64_t offset, off64_t length) { return grown(file, 0, offset, length) == 0 ? 0 : errno; }

/* Copies inside the kernel are refused for watched files, so that the caller falls back to reading and writing. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t count, unsigned flags) {
  if (handle_of(to) != 0) { errno = EXDEV; return -1; }
  return sys(SYS_copy_file_range, from, from_at, to, to_at, count, flags);
}
static ssize_t sent(int to, int from, off64_t *offset, size_t count) {
  if (handle_of(to) == 0) return sys(SYS_sendfile, to, from, offset, count);
  char bytes[65536];
  size_t wanted = count < sizeof bytes ? count : sizeof bytes;
  ssize_t got = offset == NULL ? read(from, bytes, wanted) : pread64(from, bytes, wanted, *offset);
  if (got <= 0) return got;
  ssize_t done = written(to, bytes, got, -1);
  if (done > 0 && offset != NULL) *offset += done;
  return done;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t count) { return sent(to, from, (off64_t *)offset, count); }
ssize_t sendfile64(int to, int from, off64_t *offset, size_t count) { return sent(to, from, offset, count); }

/* Sharing blocks between files is refused for watched files too. */
int ioctl(int file, unsigned long request, ...) {
  va_list list;
  va_start(list, request);
  long argument = va_arg(list, long);
  va_end(list);
  if (request == FICLONE && handle_of(file) != 0) { errno = EOPNOTSUPP; return -1; }
  return sys(SYS_ioctl, file, request, argument);
}

/* libuv reaches some calls by their number alone. */
long syscall(long number, ...) {
  va_list list;
  va_start(list, number);
  long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long), d = va_arg(list, long), e = va_arg(list, long), f = va_arg(list, long);
  va_end(list);
  if (number == SYS_close) return close(a);
  if (number == SYS_copy_file_range) return copy_file_range(a, (off64_t *)b, c, (off64_t *)d, e, f);
  if (number == SYS_renameat2) return renamed(a, (const char *)b, c, (const char *)d, e);
  if ((number == SYS_write || number == SYS_pwrite64 || number == SYS_pwritev || number == SYS_pwritev2) && handle_of(a) != 0) control->unknown++;
  return sys(number, a, b, c, d, e, f);
}
