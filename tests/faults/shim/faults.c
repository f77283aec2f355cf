/*
 * Stands between a program and libc (LD_PRELOAD) for the files under one folder: counts what writes, keeps a log of it
 * with the bytes, and lets the n-th write fail or kills the process there.
 *
 *   FAULTS_FOLDER   files under it are looked at (an absolute path without links)
 *   FAULTS_CONTROL  a file of 4096 bytes, shared with whoever drives the tests: numbers of 64 bits, see `control`
 *   FAULTS_LOG      where the operations go, one record after another, see `record`; none where left out
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <linux/fs.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NO_SPACE = 1, IO_ERROR = 2, KILL = 3, KILL_HALFWAY = 4, SHORT_WRITE = 5 };
enum { OPEN = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, RMDIR, GROW, TRUNCATE_PATH, UNKNOWN };

static struct {
  volatile uint64_t operations; /* so far */
  volatile uint64_t fail_at;    /* number of the operation that fails, from 1; 0 for none */
  volatile uint64_t kind;
  volatile uint64_t from_then_on;
  volatile uint64_t failed; /* operations that were made to fail */
  volatile uint64_t unknown; /* calls that write and that the log can't express */
  volatile uint64_t last_handle; /* here, so that several processes one after the other can share a log */
} *control;

struct record {
  uint32_t kind, handle, flags, first_bytes, second_bytes, unused;
  uint64_t operation, offset;
};

#define MOST_FILES 65536
static uint32_t handles[MOST_FILES];
static int log_file = -1;
static char folder[PATH_MAX];
static size_t folder_length;
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

/* libc's own way to the kernel, past the functions below. */
static long (*kernel)(long, ...);
static long (*find_kernel(void))(long, ...) {
  if (kernel == NULL) kernel = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  return kernel;
}
#define sys(...) find_kernel()(__VA_ARGS__)

__attribute__((constructor)) static void start(void) {
  const char *given = getenv("FAULTS_FOLDER"), *shared = getenv("FAULTS_CONTROL"), *log = getenv("FAULTS_LOG");
  if (given == NULL || shared == NULL) return;
  int file = sys(SYS_openat, AT_FDCWD, shared, O_RDWR | O_CLOEXEC, 0);
  void *page = file < 0 ? MAP_FAILED : mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page == MAP_FAILED) return;
  control = page;
  sys(SYS_close, file);
  if (log != NULL) log_file = sys(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  snprintf(folder, sizeof folder, "%s", given);
  folder_length = strlen(folder);
}

/* The absolute path, where it lies under the folder; else NULL. `out` holds PATH_MAX bytes. */
static const char *watched(int at, const char *path, char *out) {
  if (control == NULL || path == NULL) return NULL;
  if (path[0] == '/') snprintf(out, PATH_MAX, "%s", path);
  else {
    char base[PATH_MAX / 2], link[64];
    if (at == AT_FDCWD) {
      if (getcwd(base, sizeof base) == NULL) return NULL;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return NULL;
      base[length] = 0;
    }
    snprintf(out, PATH_MAX, "%s/%s", base, path);
  }
  if (strncmp(out, folder, folder_length) != 0 || (out[folder_length] != '/' && out[folder_length] != 0)) return NULL;
  return out;
}

static void put(struct record record, const void *first, const void *second) {
  if (log_file < 0) return;
  struct iovec parts[3] = {{&record, sizeof record}, {(void *)first, record.first_bytes}, {(void *)second, record.second_bytes}};
  size_t wanted = sizeof record + record.first_bytes + record.second_bytes;
  ssize_t done = sys(SYS_writev, log_file, parts, 3);
  if (done != (ssize_t)wanted) abort();
}

/* Counts an operation. Nonzero: it shall fail, with errno set; HALF: the first half of it is to be done, then the end. */
enum { GO_ON = 0, FAIL = 1, HALF = 2, SHORT = 3 };
static int begin(int takes_space) {
  uint64_t number = ++control->operations, at = control->fail_at;
  if (at == 0 || number < at || (number > at && !control->from_then_on)) return GO_ON;
  switch (control->kind) {
    case KILL: sys(SYS_kill, getpid(), SIGKILL); for (;;) pause();
    case KILL_HALFWAY: return HALF;
    case SHORT_WRITE:
      if (!takes_space) return GO_ON;
      control->failed++;
      if (number == at) return SHORT;
      errno = ENOSPC;
      return FAIL;
    case NO_SPACE:
      if (!takes_space) return GO_ON;
      control->failed++;
      errno = ENOSPC;
      return FAIL;
    case IO_ERROR:
      control->failed++;
      errno = EIO;
      return FAIL;
  }
  return GO_ON;
}

static void die(void) {
  sys(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static uint32_t handle_of(int file) {
  return control != NULL && file >= 0 && file < MOST_FILES ? handles[file] : 0;
}

/* --- names --- */

static int plain_open(int at, const char *path, int flags, mode_t mode) {
  return sys(SYS_openat, at, path, flags | O_LARGEFILE, mode);
}

static int opened(int at, const char *path, int flags, mode_t mode) {
  char whole[PATH_MAX];
  if (watched(at, path, whole) == NULL) {
    int other = plain_open(at, path, flags, mode);
    /* Whoever had this number before may have given it back in a way that is not seen here. */
    if (control != NULL && other >= 0 && other < MOST_FILES) handles[other] = 0;
    return other;
  }
  pthread_mutex_lock(&mutex);
  struct stat before;
  int existed = lstat(whole, &before) == 0;
  int creates = !existed && (flags & O_CREAT);
  int cuts = existed && (flags & O_TRUNC) && S_ISREG(before.st_mode) && before.st_size > 0;
  int result = -1;
  int verdict = creates || cuts ? begin(creates) : GO_ON;
  if (verdict == FAIL || verdict == SHORT) {
    if (verdict == SHORT) errno = ENOSPC;
    pthread_mutex_unlock(&mutex);
    return -1;
  }
  result = plain_open(at, path, flags, mode);
  if (verdict == HALF) die();
  if (result >= 0 && result < MOST_FILES) {
    struct stat now;
    int is_folder = fstat(result, &now) == 0 && S_ISDIR(now.st_mode);
    uint32_t handle = ++control->last_handle;
    handles[result] = handle;
    put((struct record){.kind = OPEN, .handle = handle, .flags = creates | (cuts ? 2 : 0) | (is_folder ? 4 : 0),
                        .first_bytes = strlen(whole), .operation = control->operations}, whole, NULL);
  }
  int error = errno;
  pthread_mutex_unlock(&mutex);
  errno = error;
  return result;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int file) {
  if (handle_of(file) != 0) handles[file] = 0;
  return sys(SYS_close, file);
}
static int same_handle(int from, int to) {
  if (control != NULL && from >= 0 && from < MOST_FILES && to >= 0 && to < MOST_FILES) handles[to] = handles[from];
  return to;
}
int dup(int file) { return same_handle(file, sys(SYS_dup, file)); }
int dup2(int file, int to) { return same_handle(file, file == to ? to : sys(SYS_dup3, file, to, 0)); }
int dup3(int file, int to, int flags) { return same_handle(file, sys(SYS_dup3, file, to, flags)); }

/* An operation on one or two names: counted, failed where asked, done by `call`, logged. */
#define ON_NAMES(kind_of, space, first, second, call) \
  pthread_mutex_lock(&mutex); \
  int verdict = begin(space), result = -1; \
  if (verdict == SHORT) errno = ENOSPC; \
  if (verdict == GO_ON || verdict == HALF) result = call; \
  if (verdict == HALF) die(); \
  int error = errno; \
  if (result == 0) \
    put((struct record){.kind = kind_of, .first_bytes = strlen(first), .second_bytes = strlen(second), .operation = control->operations}, first, second); \
  pthread_mutex_unlock(&mutex); \
  errno = error; \
  return result;

static int renamed(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  char first[PATH_MAX], second[PATH_MAX];
  const char *a = watched(from_at, from, first), *b = watched(to_at, to, second);
  if (a == NULL && b == NULL) return sys(SYS_renameat2, from_at, from, to_at, to, flags);
  if (a == NULL || b == NULL || flags != 0) control->unknown++;
  ON_NAMES(RENAME, 1, first, second, sys(SYS_renameat2, from_at, from, to_at, to, flags))
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_at, const char *from, int to_at, const char *to) { return renamed(from_at, from, to_at, to, 0); }
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) { return renamed(from_at, from, to_at, to, flags); }

static int unlinked(int at, const char *path, int flags) {
  char whole[PATH_MAX];
  if (watched(at, path, whole) == NULL) return sys(SYS_unlinkat, at, path, flags);
  struct stat found;
  /* What isn't there is no operation: SQLite and rm -f try names that may not exist. */
  if (lstat(whole, &found) != 0) return sys(SYS_unlinkat, at, path, flags);
  ON_NAMES(flags & AT_REMOVEDIR ? RMDIR : UNLINK, 0, whole, "", sys(SYS_unlinkat, at, path, flags))
}
int unlink(const char *path) { return unlinked(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return unlinked(at, path, flags); }
int rmdir(const char *path) { return unlinked(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  struct stat found;
  return unlinked(AT_FDCWD, path, lstat(path, &found) == 0 && S_ISDIR(found.st_mode) ? AT_REMOVEDIR : 0);
}

static int made(int at, const char *path, mode_t mode) {
  char whole[PATH_MAX];
  if (watched(at, path, whole) == NULL) return sys(SYS_mkdirat, at, path, mode);
  struct stat found;
  if (lstat(whole, &found) == 0) return sys(SYS_mkdirat, at, path, mode);
  ON_NAMES(MKDIR, 1, whole, "", sys(SYS_mkdirat, at, path, mode))
}
int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return made(at, path, mode); }

int link(const char *from, const char *to) {
  char whole[PATH_MAX];
  if (watched(AT_FDCWD, to, whole) != NULL) control->unknown++;
  return sys(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int symlink(const char *target, const char *path) {
  char whole[PATH_MAX];
  if (watched(AT_FDCWD, path, whole) != NULL) control->unknown++;
  return sys(SYS_symlinkat, target, AT_FDCWD, path);
}

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
