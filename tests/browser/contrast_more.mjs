// Contrast as it is painted, on every screen, where a person's system asks for more contrast.

import { everyScreenHasContrast } from "./lib/contrast.mjs";

await everyScreenHasContrast({ colorScheme: "light", contrast: "more" });
