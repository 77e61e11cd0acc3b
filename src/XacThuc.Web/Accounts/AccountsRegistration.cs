using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts.Operate;
using XacThuc.Web.Accounts.Own;
using XacThuc.Web.Accounts.Passwords;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Accounts;

/// <summary>Registers accounts, sessions and access rules.</summary>
internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, HouseSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            // PasswordRules alone says what a password must be.
            identity.Password = new PasswordOptions
            {
                RequiredLength = 1,
                RequiredUniqueChars = 0,
                RequireDigit = false,
                RequireLowercase = false,
                RequireNonAlphanumeric = false,
                RequireUppercase = false,
            };
        }).AddSignInManager().AddEntityFrameworkStores<HouseDb>().AddUserStore<CoveredTokens>()
            .AddPasswordValidator<PasswordRules>().AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = AccountPasswords.Iterations);
        HouseCookies.Add(services);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = $"{HouseCookies.NameOf(settings.House)}-form";
            forms.HeaderName = "X-Form-Token";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<PasswordCheck>();
        services.AddScoped<Tries>().AddScoped<SessionDesk>();
        services.AddScoped<SignInWithPassword>().AddScoped<SignInWithCode>();
        services.AddScoped<ChangePassword>().AddScoped<SecondFactors>().AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey takes the place of password and code, and nobody types a name first.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        services.AddScoped<AccountDesk>()
            .AddNav(new NavEntry(Access.Operators.Roles, "/operator/accounts", new("Tài khoản", "Accounts"), "users"))
            .AddNav(new NavEntry(Access.Operators.Roles, "/operator/clients", new("Chương trình dùng API", "Programs"), "key"));
        services.AddAccess(Access.Everybody).AuthorizeFolder("/Accounts/Operate", Access.Operators);
        services.AddHostedService<SampleCheck>();
        return services;
    }
}
