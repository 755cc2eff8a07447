// Events of the log in words, with what they are about.
import { show, size } from "./words.js";

const list = (all) => (all.length > 3 ? `${all.slice(0, 3).join(", ")} and ${all.length - 3} more` : all.join(", "));
const changes = (payload, names) => Object.entries(names).filter(([key]) => payload[key] != null)
  .map(([key, name]) => `${name} “${payload[key]}”`).join(", ") || "nothing";
const rights = (payload) => ["create", "read", "update", "delete"].filter((each) => payload[each]).join(", ") || "nothing";
const keysOf = (points) => list([...new Set(points.map((point) => point.key))]);
const point = ({ key, step, value }) => `${key} = ${show(value)} at step ${step}`;
const quiet = (status) => String(status).replaceAll("_", " ").toLowerCase();

const words = {
  DefaultUserSeeded: () => "opened the log",
  UserCreated: (e) => `created the user ${e.username}`,
  UserChanged: (e) => `changed a user: ${changes(e, { firstName: "first name", lastName: "last name", admin: "admin" })}`,
  UserDeleted: (e) => `deleted the user ${e.username}`,
  RightsGranted: (e) => `let user ${e.userId} ${rights(e)}`,
  RightsChanged: (e) => `let user ${e.userId} ${rights(e)} from now on`,
  RightsRevoked: (e) => `took all rights from user ${e.userId}`,
  ProjectCreated: (e) => `created the project “${e.name}”`,
  ProjectChanged: (e) => `changed the project: ${changes(e, { name: "name", description: "description" })}`,
  ProjectDeleted: () => "deleted the project with all that is in it",
  ExperimentCreated: (e) => `created the experiment “${e.name}”`,
  ExperimentChanged: (e) => `changed the experiment: ${changes(e, { name: "name", status: "status", description: "description", endDate: "end" })}`,
  ExperimentDeleted: () => "deleted the experiment",
  IterationCreated: () => "began the iteration",
  IterationFinalised: (e) => `ended the iteration${e.status ? `: ${quiet(e.status)}` : ""}${e.errorMessage ? `, “${e.errorMessage}”` : ""}`,
  IterationChanged: (e) => `changed the iteration: ${changes(e, { status: "status", errorMessage: "error", notes: "notes" })}`,
  IterationDeleted: () => "deleted the iteration",
  EnvironmentRecorded: () => "recorded the environment",
  ParameterLogged: (e) => `set ${e.key} = ${e.value}`,
  ParameterChanged: (e) => `corrected a parameter: ${changes(e, { key: "name", value: "value" })}`,
  ParameterDeleted: () => "deleted a parameter",
  ScalarsLogged: (e) => `logged ${e.points.length} ${e.points.length === 1 ? `point: ${point(e.points[0])}` : `points of ${keysOf(e.points)}`}`,
  HistogramsLogged: (e) => `logged ${e.points.length} histograms of ${keysOf(e.points)}`,
  PointChanged: (e) => `corrected ${point(e.before.point)} to ${point(e.after.point)}`,
  PointDeleted: (e) => `deleted ${point(e.before.point)}`,
  ResourceCreated: (e) => `uploaded “${e.name}”, ${size(e.content?.size ?? 0)}`,
  ResourceChanged: () => "changed an artifact",
  ResourceDeleted: () => "deleted an artifact",
  ModelCreated: (e) => `created the model “${e.name}”`,
  ModelChanged: (e) => `changed the model: ${changes(e, { name: "name", description: "description" })}`,
  ModelDeleted: () => "deleted the model with its versions",
  ModelVersionCreated: (e) => `registered version ${e.version} from iteration ${e.iterationId}`,
  ModelVersionChanged: (e) => (e.stage ? `moved a version to ${quiet(e.stage)}${e.archivedVersionId ? ", and archived the one before" : ""}` : "changed a version"),
  ModelVersionDeleted: () => "deleted a version",
  TagCreated: (e) => `created the tag ${e.value}`,
  TagDeleted: (e) => `deleted the tag ${e.value}`,
  ProjectTagged: () => "tagged the project",
  ExperimentTagged: () => "tagged the experiment",
  IterationTagged: () => "tagged the iteration",
  ProjectUntagged: () => "took a tag off the project",
  ExperimentUntagged: () => "took a tag off the experiment",
  IterationUntagged: () => "took a tag off the iteration",
  RequestAnswered: () => "kept the answer to a request that may be repeated",
  IdsLeased: (e) => `set numbers ${e.first} to ${e.last} aside`,
  NameClaimed: (e) => `took the name ${e.claim}`,
  NameReleased: (e) => `gave the name ${e.claim} back`,
  CrayonNameGiven: (e) => `gave it the name “${e.name}” for Crayon's clients`,
  BackupRestored: () => "restored a backup",
};

/** "CamelCase" is told word by word, so that an event of a later version is told, too. */
const plain = (type) => type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

export const told = ({ type, payload }) => {
  try { return words[type]?.(payload) ?? plain(type); } catch { return plain(type); }
};

/** Where the thing can be looked at. */
export const placeOf = ({ aggregate, payload }) => {
  const [, kind, id] = /^(project|experiment|iteration|model)-(\d+)$/.exec(aggregate?.id ?? "") ?? [];
  if (kind) return { name: `${kind} ${id}`, path: `/${kind}/${id}` };
  if (aggregate?.type === "resource" && payload?.experimentId) return { name: aggregate.id, path: `/experiment/${payload.experimentId}` };
  return { name: aggregate?.id ?? "" };
};

/** What people look for; the rest is bookkeeping. */
export const TYPES = Object.keys(words);
export const BOOKKEEPING = ["IdsLeased", "NameClaimed", "NameReleased", "RequestAnswered"];
/** What is marked on the slider of time, and may be asked for at once. */
export const KINDS = {
  status: { name: "changes of status", types: ["IterationFinalised", "IterationChanged", "ExperimentChanged", "BackupRestored"] },
  promoted: { name: "promotions", types: ["ModelVersionChanged"] },
  corrected: { name: "corrections", types: ["PointChanged", "PointDeleted", "ParameterChanged", "ParameterDeleted"] },
  gone: { name: "deletions", types: ["IterationDeleted", "ExperimentDeleted", "ProjectDeleted", "ModelDeleted", "ModelVersionDeleted", "ResourceDeleted", "UserDeleted"] },
};
