using XacThuc.Cli.Sample.Damages;

namespace XacThuc.Cli.Sample;

/// <summary>What the command <c>sample</c> was asked for; the hamlet is a column beyond those of the contract.</summary>
internal sealed record SampleOptions(
    string Out, long People, long Records, ulong Seed, Place Place, DamageProfile Damage, bool HasHamlets = false);
