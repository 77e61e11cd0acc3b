using XacThuc.Web.Accounts;

namespace XacThuc.Register.Identity;

/// <summary>Who issues e-identities: the police of the place where the person lives.</summary>
internal static class IdentityAccess
{
    public static Access Issue { get; } = Access.For("identity.issue", AccountRole.CommunePolice, AccountRole.DistrictPolice);
}
