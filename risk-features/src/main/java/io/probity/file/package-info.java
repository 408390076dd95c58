/**
 * Files that appear whole or not at all ({@link io.probity.file.WholeFile}), what a stopped
 * program removes ({@link io.probity.file.UnfinishedFiles}), and digests ({@link
 * io.probity.file.Sha256}).
 */
@NullMarked
package io.probity.file;

import org.jspecify.annotations.NullMarked;
