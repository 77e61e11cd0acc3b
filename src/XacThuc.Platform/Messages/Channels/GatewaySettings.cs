namespace XacThuc.Platform.Messages.Channels;

/// <summary>How a gateway wants to be asked: each provider has its own names.</summary>
internal sealed record GatewaySettings
{
    /// <summary>Where messages are posted.</summary>
    public required Uri Address { get; init; }

    /// <summary>The token, sent as <c>Authorization: Bearer</c>.</summary>
    public required string Token { get; init; }

    /// <summary>Field of the phone.</summary>
    public string PhoneField { get; init; } = "to";

    /// <summary>Field of the words.</summary>
    public string TextField { get; init; } = "text";

    /// <summary>Field of the message's key, beside the header <c>Idempotency-Key</c>.</summary>
    public string KeyField { get; init; } = "requestId";

    /// <summary>What stands before a phone in place of its 0: <c>0</c>, <c>84</c> or <c>+84</c>.</summary>
    public string PhonePrefix { get; init; } = "84";

    /// <summary>Further fields, the same for all: the sender's name.</summary>
    public IReadOnlyDictionary<string, string>? More { get; init; }

    /// <summary>A field of the answer that tells success, where the status alone does not.</summary>
    public string SuccessField { get; init; } = "";

    /// <summary>What it says then.</summary>
    public string SuccessValue { get; init; } = "";

    /// <summary>How long an answer may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 15;

    /// <summary>Why they cannot be used, for whoever wrote them; none where they can.</summary>
    public string? FindProblem() =>
        !IsGuarded
            ? "gateway.address must begin with https:// (http:// only on this machine)."
        : Token.Length == 0 || Token.Any(c => c is <= ' ' or > '~') ? "gateway.token must be letters, digits and signs without spaces."
        : PhoneField.Length == 0 || TextField.Length == 0 || KeyField.Length == 0 ? "gateway.phoneField, textField and keyField must not be empty."
        : PhonePrefix is not ("0" or "84" or "+84") ? "gateway.phonePrefix must be 0, 84 or +84."
        : TimeoutSeconds is < 1 or > 60 ? "gateway.timeoutSeconds must be from 1 to 60."
        : null;

    // The token and people's codes go there.
    private bool IsGuarded => Address.IsAbsoluteUri && (Address.Scheme is "https" || (Address.Scheme is "http" && Address.IsLoopback));

    /// <summary>Nothing of the token.</summary>
    public override string ToString() => nameof(GatewaySettings);
}
