/**
 * A live service: {@link io.probity.service.CreditService} decides with an engine that can be replaced
 * without a restart, tries a challenger beside it, records every decision and tells a {@link
 * io.probity.service.ServiceListener} what happened. {@link io.probity.service.EngineSource} is where
 * new engines come from.
 */
@NullMarked
package io.probity.service;

import org.jspecify.annotations.NullMarked;
