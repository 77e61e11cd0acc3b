namespace XacThuc.Web.Accounts.SignIn;

/// <summary>Addresses around signing in.</summary>
internal static class Links
{
    /// <summary>Where to go after signing in: only ever a page of this house.</summary>
    public static string After(string? from) =>
        from is ['/', ..] && from is not ['/', '/' or '\\', ..] && !from.Any(char.IsControl) ? from : "/";

    /// <summary>The page that asks who somebody is, and then goes back.</summary>
    public static string SignIn(string from) =>
        After(from) is "/" ? "/sign-in" : $"/sign-in?from={Uri.EscapeDataString(from)}";
}
