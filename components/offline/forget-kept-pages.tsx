"use client";

import { useEffect } from "react";
import { forgetKeptPages } from "./kept-pages";

/** On the page to sign in: whoever worked in this browser before is gone. */
export function ForgetKeptPages() {
  useEffect(() => void forgetKeptPages(), []);
  return null;
}
