import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FindingReason } from './finding-reason.js';
import { Evidence, Limit, Unit } from './health.js';
import { ResourceKind } from './kinds.js';
import { SignalName } from './signal-name.js';

export enum CoverageState {
  MEASURED = 'MEASURED',
  INFERRED = 'INFERRED',
  NOT_CONFIGURED = 'NOT_CONFIGURED',
  UNREACHABLE = 'UNREACHABLE',
  FORBIDDEN = 'FORBIDDEN',
  UNSUPPORTED = 'UNSUPPORTED',
}

registerEnumType(CoverageState, {
  name: 'CoverageState',
  description: 'Whether a signal can be seen here.',
  valuesConfig: {
    MEASURED: { description: 'The systems themselves report it.' },
    INFERRED: { description: 'It is concluded from something nearby.' },
    NOT_CONFIGURED: { description: 'Nothing is configured that could be asked for it.' },
    UNREACHABLE: { description: 'What could say it does not answer.' },
    FORBIDDEN: { description: 'A permission is missing.' },
    UNSUPPORTED: { description: 'What is asked does not know it.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Why a signal is not seen, and of how many resources.' })
export class CoverageGap {
  @Field({ description: 'Why: forbidden, probe failed, unsupported, not configured.' })
  reason!: string;

  @Field(() => CoverageState, { description: 'The same as one word for programs.' })
  state!: CoverageState;

  @Field(() => Int, { description: 'Resources of which it is not seen for that reason.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether the signal can be seen on this platform, and for how many resources.',
})
export class Coverage {
  @Field(() => CoverageState, { description: 'Where it is seen best.' })
  state!: CoverageState;

  @Field(() => Int, {
    description:
      'Resources for which it is seen, with a value at present or not. Those that it does not apply to are not counted.',
  })
  covered!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not seen for the others, or for most of them; null where there are none.',
  })
  reason!: string | null;

  @Field(() => [CoverageGap], {
    description: 'All reasons why it is not seen for the others, the most frequent first.',
  })
  gaps!: readonly CoverageGap[];

  @Field(() => String, { nullable: true, description: 'How to have it seen.' })
  howToEnable!: string | null;

  uncoveredIds!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'A row of the catalogue: what is looked at, and with which limits.' })
export class Signal {
  @Field(() => SignalName, { description: 'Its name for programs.' })
  name!: SignalName;

  @Field({ description: 'Its name for people.' })
  title!: string;

  @Field({ description: 'The rule, and where it comes from.' })
  description!: string;

  @Field(() => Unit, { nullable: true, description: 'Unit of its readings; null where there is no number.' })
  unit!: Unit | null;

  @Field(() => Evidence, { description: 'How it is known when a reading does not say otherwise.' })
  evidence!: Evidence;

  @Field(() => String, {
    nullable: true,
    description:
      'The sort of source that sees it, as the configuration calls it; null for what Vitals knows by itself.',
  })
  source!: string | null;

  @Field(() => ResourceKind, { description: 'What it is looked at on.' })
  kind!: ResourceKind;

  @Field(() => [FindingReason], { description: 'What it can raise.' })
  reasons!: readonly FindingReason[];

  @Field(() => [Limit], { description: 'The limits in force where no selector says otherwise.' })
  limits!: readonly Limit[];
}
