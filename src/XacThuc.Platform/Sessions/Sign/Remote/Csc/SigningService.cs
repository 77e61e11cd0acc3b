using System.Text.Json.Nodes;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>
/// A remote signing service by the interface of the Cloud Signature Consortium (1.0.4.0 and 2.0.0.2, taken up by ETSI TS
/// 119 432): who may sign with what, asking the signer, signing a hash. The document never goes there.
/// </summary>
internal sealed class SigningService(ServiceSettings settings, TimeProvider time) : IDisposable
{
    private const int MostCredentials = 10;
    private readonly ServiceDoor _door = new(settings, time);

    private bool IsFirst => settings.Version == 1;

    /// <summary>What a signer can sign with there; at least one.</summary>
    public async Task<Answer<IReadOnlyList<Credential>>> Find(string userId, CancellationToken stop)
    {
        if (!(await _door.Ask(ServiceErrors.List, new JsonObject { ["userID"] = userId }, null, stop)).TryGet(out var said, out var problem)) return problem;
        var found = new List<Credential>();
        foreach (var id in said.Texts("credentialIDs").Take(MostCredentials))
        {
            var asked = new JsonObject { ["credentialID"] = id, ["certificates"] = "chain", ["certInfo"] = false, ["authInfo"] = true };
            if (!(await _door.Ask(ServiceErrors.Info, asked, null, stop)).TryGet(out var info, out problem)) return problem;
            if (!CredentialReader.Read(id, info).TryGet(out var credential, out problem)) return problem;
            if (credential is not null) found.Add(credential);
        }

        return found.Count == 0 ? RemoteProblem.NoCredential : found;
    }

    /// <summary>Has the service send the signer a code.</summary>
    public async Task<RemoteProblem> SendCode(string credentialId, SecretAsked secret, CancellationToken stop)
    {
        var asked = new JsonObject { ["credentialID"] = credentialId };
        if (!IsFirst) asked["authObjectID"] = secret.Id;
        if (!(await _door.Ask(IsFirst ? "credentials/sendOTP" : "credentials/getChallenge", asked, null, stop)).TryGet(out var said, out var problem)) return problem;

        // A question that has to be answered is no code that was sent.
        return said.Text("challenge") is null ? RemoteProblem.None : RemoteProblem.NotOffered;
    }

    /// <summary>
    /// Asks for leave to sign one hash. Where the phone is asked the answer may take as long as the signer does, or be a
    /// handle.
    /// </summary>
    public async Task<Answer<Authorization>> Authorize(
        string credentialId, byte[] hash, IReadOnlyDictionary<string, string> secrets, string description, bool waits, CancellationToken stop)
    {
        var asked = new JsonObject { ["credentialID"] = credentialId, ["numSignatures"] = 1, ["description"] = description };
        AddHash(asked, hash);
        if (IsFirst)
        {
            foreach (var (id, value) in secrets) asked[id] = value;
        }
        else if (secrets.Count > 0)
        {
            asked["authData"] = new JsonArray([.. secrets.Select(one => new JsonObject { ["id"] = one.Key, ["value"] = one.Value })]);
        }

        TimeSpan? atMost = waits ? TimeSpan.FromSeconds(settings.ConfirmSeconds) : null;
        return Read(await _door.Ask(ServiceErrors.Authorize, asked, atMost, stop));
    }

    /// <summary>Asks what has become of it.</summary>
    public async Task<Answer<Authorization>> Check(string handle, CancellationToken stop) =>
        Read(await _door.Ask(ServiceErrors.AuthorizeCheck, new JsonObject { ["handle"] = handle }, null, stop));

    /// <summary>Has a hash signed: the raw value, which is nothing before it is checked.</summary>
    public async Task<Answer<byte[]>> Sign(string credentialId, string sad, byte[] hash, SignAlgorithm algorithm, CancellationToken stop)
    {
        var asked = new JsonObject { ["credentialID"] = credentialId, ["SAD"] = sad, ["signAlgo"] = algorithm.Oid };
        AddHash(asked, hash);
        if (IsFirst) asked["hashAlgo"] = SignAlgorithm.Sha256;
        if (algorithm.Parameters is { } parameters) asked["signAlgoParams"] = parameters;
        if (!(await _door.Ask("signatures/signHash", asked, null, stop)).TryGet(out var said, out var problem)) return problem;
        try
        {
            return said.Texts("signatures") is [var value] ? Convert.FromBase64String(value) : RemoteProblem.NotUnderstood;
        }
        catch (FormatException)
        {
            return RemoteProblem.NotUnderstood;
        }
    }

    public void Dispose() => _door.Dispose();

    private static Answer<Authorization> Read(Answer<Reply> answer)
    {
        if (!answer.TryGet(out var said, out var problem)) return problem;
        var lasts = TimeSpan.FromSeconds(said.Number("expiresIn") ?? 3600);
        return said.Text("SAD") is { } sad ? new Authorization(sad, null, lasts)
            : said.Text("handle") is { } handle ? new Authorization(null, handle, lasts)
            : RemoteProblem.NotUnderstood;
    }

    private void AddHash(JsonObject asked, byte[] hash)
    {
        asked[IsFirst ? "hash" : "hashes"] = new JsonArray(Convert.ToBase64String(hash));
        if (!IsFirst) asked["hashAlgorithmOID"] = SignAlgorithm.Sha256;
    }
}
