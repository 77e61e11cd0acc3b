using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity.Issue;

/// <summary>What an officer issues.</summary>
/// <param name="Number">The person's number.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="CardSeen">Whether the person is present and the card was looked at.</param>
/// <param name="Version">Of the identity as the officer saw it; 0 where there was none.</param>
internal sealed record Issuing(long Number, int Level, bool CardSeen, int Version)
{
    public override string ToString() => $"{nameof(Issuing)} {Level}";
}

/// <summary>What was issued: the code of the slip is shown this once.</summary>
internal sealed record Issued(EIdentity Identity, string Activation)
{
    public override string ToString() => nameof(Issued);
}

/// <summary>
/// Issues an e-identity to a resident, again where password or phone is lost, or at another level. Whatever opened it before
/// opens it no more.
/// </summary>
internal sealed class IssueIdentity(RegisterDb db, TimeProvider time)
{
    public async Task<Result<Issued>> Run(Issuing issuing, SignedIn me, CancellationToken stop)
    {
        if (!IdentityAccess.Issue.Allows(me) || await db.FindPersonFor(me, issuing.Number, stop) is null) return IdentityRefusals.NotThere;
        if (issuing.Level == 2 && !issuing.CardSeen) return IdentityRefusals.CardNotSeen;
        var (now, activation) = (time.GetUtcNow(), IdentitySecrets.NewActivation());
        var identity = await db.FindIdentity(issuing.Number, stop);
        if ((identity?.Version ?? 0) != issuing.Version) return IdentityRefusals.Changed;
        if (identity is null)
        {
            identity = new EIdentity
            {
                Subject = Guid.NewGuid().ToString("N"),
                Number = issuing.Number,
                Level = 1,
                State = EIdentityState.Issued,
                Stamp = "",
                IssuedBy = me.Name,
                IssuedAt = now,
            };
            db.Add(identity);
        }

        (identity.Level, identity.State, identity.IssuedBy, identity.IssuedAt) = (issuing.Level == 2 ? 2 : 1, EIdentityState.Issued, me.Name, now);
        (identity.PasswordHash, identity.CoveredSecret) = (null, null);
        (identity.ActivationDigest, identity.ActivationUntil) = (IdentitySecrets.DigestOf(activation), now + IdentitySecrets.ActivationLives);
        (identity.Failures, identity.LockedUntil) = (0, null);
        identity.Renew();
        return await db.SaveFirst(me.NewAct(time, "identity.issue", IdentityPeople.SubjectOf(identity), $"level {identity.Level}"), stop)
            ? new Issued(identity, activation) : IdentityRefusals.Changed;
    }

    /// <summary>Closes it; it opens nothing any more until it is issued again.</summary>
    public async Task<Result<EIdentity>> Close(long number, int version, SignedIn me, CancellationToken stop)
    {
        if (!IdentityAccess.Issue.Allows(me) || await db.FindPersonFor(me, number, stop) is null) return IdentityRefusals.NotThere;
        if (await db.FindIdentity(number, stop) is not { } identity || identity.Version != version) return IdentityRefusals.Changed;
        (identity.State, identity.PasswordHash, identity.CoveredSecret, identity.ActivationDigest) = (EIdentityState.Closed, null, null, null);
        identity.Renew();
        return await db.SaveFirst(me.NewAct(time, "identity.close", IdentityPeople.SubjectOf(identity)), stop) ? identity : IdentityRefusals.Changed;
    }
}
