using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Audit.Look;

/// <summary>Who may look at the audit: whoever runs the house. It holds no citizen's values.</summary>
public static class AuditAccess
{
    /// <summary>The rule of the folder.</summary>
    public static Access Rule { get; } = Access.For("audit.look", AccountRole.DistrictOperator, AccountRole.RegisterOperator);

    /// <summary>Adds the page and the work behind its button.</summary>
    public static IServiceCollection AddAuditPage(this IServiceCollection services) => services
        .AuthorizeFolder("/Audit/Look", Rule)
        .AddJob<VerifyChain>(new("Kiểm tra chuỗi nhật ký", "Verify the audit"), (me, _) => Rule.Allows(me), VerifyChain.Counts)
        .AddNav(new NavEntry(Rule.Roles, "/audit", new("Nhật ký", "Audit"), "history"));
}
