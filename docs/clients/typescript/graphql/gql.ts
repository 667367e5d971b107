/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "subscription FollowHealth($after: Cursor, $initial: Boolean! = false) {\n  healthChanges(after: $after, initial: $initial) {\n    cursor\n    at\n    type\n    resourceKind\n    resourceName\n    namespace\n    previousStatus\n    status\n    raised {\n      severity\n      reason\n      message\n    }\n    cleared {\n      reason\n    }\n  }\n}": typeof types.FollowHealthDocument,
    "query WorstFindings($first: Int! = 5) {\n  platform {\n    health {\n      status\n    }\n  }\n  findings(filter: {rootsOnly: true}, first: $first) {\n    totalCount\n    nodes {\n      severity\n      reason\n      message\n      resource {\n        kind\n        name\n      }\n    }\n  }\n}": typeof types.WorstFindingsDocument,
};
const documents: Documents = {
    "subscription FollowHealth($after: Cursor, $initial: Boolean! = false) {\n  healthChanges(after: $after, initial: $initial) {\n    cursor\n    at\n    type\n    resourceKind\n    resourceName\n    namespace\n    previousStatus\n    status\n    raised {\n      severity\n      reason\n      message\n    }\n    cleared {\n      reason\n    }\n  }\n}": types.FollowHealthDocument,
    "query WorstFindings($first: Int! = 5) {\n  platform {\n    health {\n      status\n    }\n  }\n  findings(filter: {rootsOnly: true}, first: $first) {\n    totalCount\n    nodes {\n      severity\n      reason\n      message\n      resource {\n        kind\n        name\n      }\n    }\n  }\n}": types.WorstFindingsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription FollowHealth($after: Cursor, $initial: Boolean! = false) {\n  healthChanges(after: $after, initial: $initial) {\n    cursor\n    at\n    type\n    resourceKind\n    resourceName\n    namespace\n    previousStatus\n    status\n    raised {\n      severity\n      reason\n      message\n    }\n    cleared {\n      reason\n    }\n  }\n}"): typeof import('./graphql.js').FollowHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WorstFindings($first: Int! = 5) {\n  platform {\n    health {\n      status\n    }\n  }\n  findings(filter: {rootsOnly: true}, first: $first) {\n    totalCount\n    nodes {\n      severity\n      reason\n      message\n      resource {\n        kind\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.js').WorstFindingsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
