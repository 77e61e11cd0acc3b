using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Certificates.Keys;

namespace XacThuc.Platform.Certificates;

/// <summary>What the work with certificates needs.</summary>
internal static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services.AddSingleton<HouseKeys>();
}
