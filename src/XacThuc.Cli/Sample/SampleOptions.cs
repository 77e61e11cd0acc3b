using XacThuc.Cli.Sample.Damages;

namespace XacThuc.Cli.Sample;

/// <summary>What the command <c>sample</c> was asked for.</summary>
internal sealed record SampleOptions(
    string Out, long People, long Records, ulong Seed, Place Place, DamageProfile Damage);
