namespace XacThuc.Cli.Authenticate;

/// <summary>What the command <c>authenticate</c> was asked to do.</summary>
/// <param name="Register">The register: a table or a packed index.</param>
/// <param name="Records">The records: a table.</param>
/// <param name="Out">Where results go.</param>
/// <param name="Suggest">Where suggestions go, if any are wanted.</param>
/// <param name="Top">The most suggestions for a record.</param>
/// <param name="Report">Where the report goes, if one is wanted.</param>
/// <param name="Model">The model's file: used when it is there, written when it is not.</param>
internal sealed record AuthenticateOptions(
    string Register, string Records, string Out, string? Suggest, int Top, string? Report, string? Model);
