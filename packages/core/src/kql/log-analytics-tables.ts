import type { ColumnType } from '../sources/source.ts'

/** A column of a table of the stores. */
export interface TableColumn {
  readonly name: string
  readonly type: ColumnType
}

/** The columns that the Log Analytics tables have in live workspaces, where these differ from the documented ones. */
export const logAnalytics: Readonly<Record<string, readonly TableColumn[]>> = {
  ConfigurationData: columns({
    datetime: 'DateCreated DateModified TimeGenerated',
    guid: 'TenantId',
    long: 'Size',
    real: '_BilledSize',
    string: `
      Acls Architecture Attributes Computer ConfigDataType CurrentVersion FileContentChecksum FileSystemPath Hive
      _IsBillable Location ManagementGroupName Name Publisher RegistryKey _ResourceId SoftwareDescription
      SoftwareName SoftwareType SourceComputerId SourceSystem _SubscriptionId SvcAccount SvcController
      SvcDescription SvcDisplayName SvcName SvcPath SvcRunlevels SvcStartupType SvcState Type ValueData ValueName
      ValueType VMUUID
    `,
  }),
  ConfigurationChange: columns({
    datetime: 'DateCreated DateModified PreviousDateCreated PreviousDateModified TimeGenerated',
    guid: 'TenantId',
    long: 'LastSnapshotAge PreviousSize Size',
    real: '_BilledSize',
    string: `
      Acls Attributes ChangeCategory Computer ConfigChangeType Current FieldsChanged FileContentChecksum
      FileSystemPath Hive _IsBillable Location ManagementGroupName Name Previous PreviousAcls PreviousAttributes
      PreviousFileContentChecksum PreviousValueData PreviousValueType Publisher RegistryKey _ResourceId
      SoftwareDescription SoftwareName SoftwareType SourceComputerId SourceSystem _SubscriptionId SvcAccount
      SvcChangeType SvcController SvcDisplayName SvcName SvcPath SvcPreviousAccount SvcPreviousController
      SvcPreviousPath SvcPreviousRunlevels SvcPreviousStartupType SvcPreviousState SvcRunlevels SvcStartupType
      SvcState Type ValueData ValueName ValueType VMUUID
    `,
  }),
  InsightsMetrics: columns({
    datetime: 'TimeGenerated',
    guid: 'AgentId TenantId',
    real: '_BilledSize Val',
    string: `
      Computer _IsBillable Name Namespace Origin _ResourceId SourceSystem _SubscriptionId Tags Type Value
    `,
  }),
  Perf: columns({
    datetime: 'BucketEndTime BucketStartTime TimeGenerated',
    guid: 'MG TenantId',
    int: 'SampleCount',
    real: 'Average _BilledSize CounterValue Max Min StandardDeviation',
    string: `
      Computer CounterName CounterPath InstanceName _IsBillable ObjectName _ResourceId SourceSystem _SubscriptionId
      Type
    `,
  }),
  Heartbeat: columns({
    bool: 'IsGatewayInstalled',
    datetime: 'TimeGenerated',
    dynamic: 'ComputerPrivateIPs',
    guid: 'MG SourceComputerId SubscriptionId TenantId VMUUID',
    real: '_BilledSize RemoteIPLatitude RemoteIPLongitude',
    string: `
      Category Computer ComputerEnvironment ComputerIP _IsBillable ManagementGroupName OSMajorVersion OSMinorVersion
      OSName OSType RemoteIPCountry Resource ResourceGroup ResourceId _ResourceId ResourceProvider ResourceType
      SCAgentChannel Solutions SourceSystem _SubscriptionId Type Version
    `,
  }),
  WindowsServerAssessmentRecommendation: columns({
    datetime: 'TimeGenerated',
    guid: 'ActionAreaId AssessmentId FocusAreaId MG RecommendationId TenantId',
    int: 'TargetCount',
    real: '_BilledSize RecommendationScore RecommendationWeight',
    string: `
      ActionArea AffectedObjectDetails AffectedObjectName AffectedObjectType AffectedObjectUniqueName AssessmentName
      Cluster Computer CustomData Description Domain FocusArea HyperVMHost IISApplication IISApplicationPool
      Ipv4Address _IsBillable OSVersion Recommendation RecommendationResult _ResourceId Server SourceSystem
      _SubscriptionId Technology Type WebServer WebSite
    `,
  }),
  VMComputer: columns({
    datetime: 'BootTime TimeGenerated',
    dynamic: 'DnsNames Ipv4Addresses Ipv4DefaultGateways Ipv4SubnetMasks Ipv6Addresses MacAddresses',
    guid: 'TenantId',
    int: 'Cpus CpuSpeed',
    long: 'PhysicalMemoryMB',
    real: '_BilledSize',
    string: `
      AgentId AzureCloudServiceDeployment AzureCloudServiceInstanceId AzureCloudServiceName
      AzureCloudServiceRoleName AzureCloudServiceRoleType AzureFaultDomain AzureImageOffering AzureImagePublisher
      AzureImageSku AzureImageVersion AzureLocation AzureResourceGroup AzureResourceName AzureServiceFabricClusterId
      AzureServiceFabricClusterName AzureSize AzureSubscriptionId AzureUpdateDomain AzureVmId
      AzureVmScaleSetDeployment AzureVmScaleSetInstanceId AzureVmScaleSetName AzureVmScaleSetResourceId Computer
      DependencyAgentVersion DisplayName FullDisplayName HostingProvider HostName HypervisorId HypervisorType
      _IsBillable Machine OperatingSystemFamily OperatingSystemFullName _ResourceId SourceSystem _SubscriptionId
      TimeZone Type VirtualizationState VirtualMachineHypervisorId VirtualMachineNativeId VirtualMachineNativeName
      VirtualMachineType
    `,
  }),
  SqlAssessment_CL: columns({
    datetime: 'TimeGenerated',
    string: 'RawData _ResourceId _SubscriptionId TenantId Type',
  }),
}

function columns(names: Partial<Record<ColumnType, string>>): readonly TableColumn[] {
  return Object.entries(names).flatMap(([type, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((name) => ({ name, type: type as ColumnType })),
  )
}
