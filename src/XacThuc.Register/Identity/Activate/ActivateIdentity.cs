using System.Net;
using System.Security.Cryptography;
using XacThuc.Web.Accounts.Passwords;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity.Activate;

/// <summary>The owner takes an e-identity: the slip shows that it is the owner, then password and phone are chosen.</summary>
internal sealed class ActivateIdentity(RegisterDb db, IdentityTries tries, IdentityMeters meters, IdentitySecrets secrets, TimeProvider time)
{
    /// <summary>A new secret for the phone.</summary>
    public static string NewSecret() => OneTimeCode.ToBase32(RandomNumberGenerator.GetBytes(20));

    /// <summary>Takes the slip: number and code.</summary>
    public async Task<Result<EIdentity>> WithSlip(string? typed, string? code, IPAddress? from, CancellationToken stop)
    {
        var (number, now) = (IdentityPeople.ReadNumber(typed), time.GetUtcNow());
        if (!meters.MayTry(number, from)) return IdentityRefusals.TooMany;
        var identity = await db.FindIdentity(number, stop);
        var isRight = IdentitySecrets.IsActivation(code ?? "", identity?.ActivationDigest);
        if (isRight && identity is { State: EIdentityState.Issued } && identity.ActivationUntil > now && !identity.IsLockedAt(now)) return identity;
        await tries.Fail(identity, "identity.refuse", stop);
        return IdentityRefusals.ActivationNotRight;
    }

    /// <summary>Takes what the owner chose; the slip is of no use any more.</summary>
    /// <param name="identity">The identity, tracked.</param>
    /// <param name="chosen">The password, twice, and at level 2 the code that the phone shows for the secret.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Result<EIdentity>> Choose(EIdentity identity, Chosen chosen, CancellationToken stop)
    {
        if (!chosen.Password.Equals(chosen.Again, StringComparison.Ordinal)) return IdentityRefusals.Different;
        if (PasswordRules.FindFault(chosen.Password, IdentityPeople.InFull(identity.Number)) is { } fault) return IdentityRefusals.Weak(fault);
        var now = time.GetUtcNow();
        if (identity.Level == 2)
        {
            if (OneTimeCode.FindStep(chosen.Secret, string.Concat(chosen.Code.Where(char.IsAsciiDigit)), now) is not { } step) return IdentityRefusals.PhoneCodeNotRight;
            (identity.CoveredSecret, identity.LastCodeStep) = (secrets.Cover(chosen.Secret), step);
        }

        identity.PasswordHash = AccountPasswords.NewHasher().HashPassword(null!, chosen.Password);
        (identity.State, identity.ActivatedAt, identity.ActivationDigest) = (EIdentityState.Active, now, null);
        (identity.Failures, identity.LockedUntil) = (0, null);
        identity.Renew();
        return await db.SaveFirst(new Act(IdentityPeople.Citizen, now, "identity.activate", IdentityPeople.SubjectOf(identity)), stop)
            ? identity : IdentityRefusals.TooLate;
    }
}

/// <summary>What an owner chose.</summary>
internal sealed record Chosen(string Password, string Again, string Secret, string Code)
{
    public override string ToString() => nameof(Chosen);
}
