// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A screen in the main column.
 *
 * @param content what stands above the acts
 * @param acts the acts
 * @param focus gives the focus to the first thing to do
 */
record StepScreen(Node content, Region acts, Runnable focus) {}
