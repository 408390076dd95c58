/**
 * A lender of its own, whose true PD is known.
 *
 * <p>{@link io.probity.simulation.Simulation} draws applicants by a {@link
 * io.probity.simulation.SimulationPlan} and hands each {@link
 * io.probity.simulation.SimulatedApplicant} on: the application, the months of the loan, and the {@link
 * io.probity.simulation.Truth}. {@link io.probity.simulation.Hazard} is the law by which loans turn
 * bad, a function of the {@link io.probity.simulation.Observables} of the application; {@link
 * io.probity.simulation.SimulationFiles} writes everything to files.
 */
@NullMarked
package io.probity.simulation;

import org.jspecify.annotations.NullMarked;
