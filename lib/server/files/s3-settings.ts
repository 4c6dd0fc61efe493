import "server-only";

type Variables = Readonly<Record<string, string | undefined>>;

/** A bucket of an S3-compatible store, and who asks it. */
export interface S3Settings {
  /** Of the bucket, without a slash at its end. */
  address: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const needed = ["ENDPOINT", "BUCKET", "KEY", "SECRET"].map((name) => `SPAIV_FILES_S3_${name}`);

export function s3EndpointFault(value: string): string | null {
  return /^https?:\/\/[^/?#@\s]+\/?$/.test(value) && URL.canParse(value)
    ? null
    : "SPAIV_FILES_S3_ENDPOINT is no address of a store. Write it with https:// in front and nothing behind its host: https://s3.example.org";
}

export function s3BucketFault(value: string): string | null {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value)
    ? null
    : `SPAIV_FILES_S3_BUCKET is "${value}", which is no name of a bucket: small letters, digits, points and hyphens.`;
}

/** What only shows beside other settings: a store needs all of them but the region. */
export function s3SettingsFault(variables: Variables): string | null {
  const missing = needed.filter((name) => !variables[name]);
  if (missing.length === 0 || missing.length === needed.length) return null;
  return `${missing.join(" and ")} ${missing.length === 1 ? "isn't" : "aren't"} set, and other settings of the file store are. Set ${needed.join(", ")}, or none of them.`;
}

/** Null where none is set: files are kept in the data folder. */
export function s3Settings(variables: Variables = process.env): S3Settings | null {
  const [endpoint, bucket, accessKeyId, secretAccessKey] = needed.map((name) => variables[name]);
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  const region = variables.SPAIV_FILES_S3_REGION || "us-east-1";
  return { address: `${endpoint.replace(/\/$/, "")}/${bucket}`, bucket, region, accessKeyId, secretAccessKey };
}
