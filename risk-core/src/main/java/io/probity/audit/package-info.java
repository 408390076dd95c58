/**
 * What was decided, why and by which model, kept so that it can be proved. {@link
 * io.probity.audit.JsonLinesAudit} writes {@link io.probity.audit.AuditEntry}s to a folder of JSON
 * lines in a chain of digests; {@link io.probity.audit.AuditVerifier} checks the chain, {@link
 * io.probity.audit.Replay} decides again on every record and {@link io.probity.audit.AuditEraser}
 * removes what is personal in a record without breaking the chain.
 */
@NullMarked
package io.probity.audit;

import org.jspecify.annotations.NullMarked;
